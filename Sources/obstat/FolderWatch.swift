import FileSystem
import Glibc

/// Waits for files below some folders to be saved (inotify). Folders three deep, as rule folders are.
final class FolderWatch {
  private let descriptor: Int32
  private var folders: [Int32: String] = [:]

  /// Nil where the system gives no watch.
  init?(_ roots: [String]) {
    descriptor = inotify_init1(O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    for root in roots { add(root, depth: 0) }
    guard !folders.isEmpty else { return nil }
  }

  deinit { close(descriptor) }

  private func add(_ folder: String, depth: Int) {
    // Editors write in place, or a new file that is moved over the old one.
    let events = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE)
    let watch = inotify_add_watch(descriptor, folder, events)
    guard watch >= 0 else { return }
    folders[watch] = folder
    guard depth < 2, let names = try? FileSystem.names(inFolder: folder) else { return }
    for name in names where !name.hasPrefix(".") && FileSystem.isFolder(folder + "/" + name) { add(folder + "/" + name, depth: depth + 1) }
  }

  /// Blocks until something was saved, moved or deleted; gives the paths. What happens within some milliseconds counts as one.
  func next() -> Set<String> {
    var paths = read()
    var poller = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while poll(&poller, 1, 15) > 0 { paths.formUnion(read()) }
    return paths
  }

  private func read() -> Set<String> {
    var paths: Set<String> = []
    let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      count = max(0, Glibc.read(descriptor, buffer.baseAddress, buffer.count))
    }
    let header = MemoryLayout<inotify_event>.size
    var position = 0
    bytes.withUnsafeBytes { buffer in
      while position + header <= buffer.count {
        let event = buffer.loadUnaligned(fromByteOffset: position, as: inotify_event.self)
        let name = buffer[(position + header)..<min(buffer.count, position + header + Int(event.len))].prefix { $0 != 0 }
        position += header + Int(event.len)
        guard let folder = folders[event.wd], !name.isEmpty else { continue }
        let path = folder + "/" + String(decoding: name, as: UTF8.self)
        if event.mask & UInt32(IN_CREATE) != 0 {
          // A file that is being made is told of again when it is closed.
          if FileSystem.isFolder(path) { add(path, depth: 1) }
          continue
        }
        paths.insert(path)
      }
    }
    return paths
  }
}
