import ContentModel

/// Names of journals: the well-known ones, the shapes they have, and the comparison of abbreviations.
enum JournalNames {
  /// Journals that readers cite by name alone.
  private static let known: Set<String> = [
    "nature", "science", "cell", "lancet", "bmj", "jama", "nejm", "new england journal of medicine", "pnas", "plos one",
    "circulation", "blood", "brain", "stroke", "gut", "chest", "neuron", "neurology", "pediatrics", "paediatrics", "spine",
    "cancer", "diabetes", "diabetes care", "diabetologia", "hypertension", "thorax", "hepatology", "gastroenterology",
    "radiology", "anesthesiology", "cytotherapy", "elife", "cureus", "nutrients", "immunity", "biomaterials",
    "stem cells", "scientific reports", "british medical journal", "heart", "allergy", "pain", "sleep", "vaccine",
    "cochrane database of systematic reviews", "journal of clinical oncology", "european heart journal",
    "clinical infectious diseases", "health affairs", "economist", "deutsches arzteblatt", "obesity", "menopause",
    "dermatology", "menopause review", "mayo clinic proceedings", "cancer research", "molecular therapy",
  ]

  /// First words of series: `Nature Medicine`, `Lancet Oncology`, `BMC Medicine`, `Frontiers in …`, `Annals of …`.
  private static let seriesHeads: Set<String> = [
    "nature", "lancet", "jama", "bmc", "bmj", "plos", "npj", "nejm", "cell", "frontiers", "annals", "archives",
    "proceedings", "transactions", "acta", "journal", "american", "european", "british", "international", "canadian",
    "scandinavian", "cochrane", "trends", "advances", "clinics", "seminars", "current", "expert",
  ]
  private static let nouns: Set<String> = [
    "journal", "annals", "archives", "proceedings", "transactions", "acta", "letters", "reviews", "bulletin", "reports",
    "review", "opinion",
  ]

  private static let skipped: Set<String> = ["the", "of", "and", "in", "for", "on", "a", "de", "der", "fur", "und", "et", "la"]

  static func words(_ name: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    for byte in Folding.fold(name).utf8 + [0x20] {
      let isLetter = byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte >= 0x80
      if isLetter {
        word.append(byte)
      } else if byte != 0x27, !word.isEmpty {
        words.append(String(decoding: word, as: UTF8.self))
        word = []
      }
    }
    return words
  }

  /// Whether a name is that of a well-known journal or has the shape of a journal's name.
  static func isKnown(_ name: String) -> Bool {
    var words = words(name)
    if words.first == "the" { words.removeFirst() }
    guard let first = words.first, words.count <= 10 else { return false }
    if known.contains(words.joined(separator: " ")) { return true }
    if words.count >= 2, words.count <= 5, ["nature", "lancet", "jama", "bmc", "bmj", "plos", "npj", "nejm"].contains(first) { return true }
    if words.count >= 3, first == "frontiers", words[1] == "in" { return true }
    if words.count >= 2, ["annals", "archives", "acta", "proceedings", "transactions", "journal"].contains(first) { return true }
    return words.count >= 3 && (words.contains("journal") || seriesHeads.contains(first) && nouns.contains { words.contains($0) })
  }

  /// Whether two names can be one journal's: `Nat Commun` and `Nature Communications`, `NEJM` and `New England Journal of Medicine`.
  static func areSame(_ lhs: String, _ rhs: String) -> Bool {
    let left = words(lhs).filter { !skipped.contains($0) }
    let right = words(rhs).filter { !skipped.contains($0) }
    guard !left.isEmpty, !right.isEmpty else { return false }
    if left == right { return true }
    if left.count == right.count {
      return zip(left, right).allSatisfy { isPrefix($0, $1) || isPrefix($1, $0) }
    }
    return isAcronym(left, right) || isAcronym(right, left)
  }

  private static func isPrefix(_ short: String, _ long: String) -> Bool {
    long.utf8.starts(with: short.utf8)
  }

  private static func isAcronym(_ short: [String], _ long: [String]) -> Bool {
    guard short.count == 1, let acronym = short.first, long.count >= 3, acronym.utf8.count == long.count else { return false }
    return acronym.utf8.elementsEqual(long.compactMap { $0.utf8.first })
  }
}
