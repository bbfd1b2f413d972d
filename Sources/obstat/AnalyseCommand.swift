import Analysis
import AnalysisViews
import ArgumentParser
import ContentModel
import FileSystem
import Readers
import Scanning

/// Shows what the host sees, for those who write rules.
struct AnalyseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyse",
    abstract: "Shows what the host sees in a document: blocks, sentences, claims, numbers, citations, references, studies.",
    discussion: """
      For those who write rules: which words count as a claim and which do not, and why; what a number is about; which
      entry a citation leads to, and what study the entry tells of.
        text   indented lines for the terminal
        json   one object; places are lines and columns from 1 and bytes from 0 of the file
        html   the page with marks that explain themselves: obstat analyse page.html --format html > seen.html
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, html
  }

  @Argument(help: "The document.")
  var path: String

  @Option(help: "text, json or html.")
  var format: Format = .text

  func run() throws {
    guard let shipped = RuleFolders.shipped() else {
      Output.errors.write("error: no word lists found beside the program\n")
      throw ExitCode(ObstatExit.impossible.rawValue)
    }
    let document: Document
    let lexicons: AnalysisLexicons
    do {
      let format = DocumentReader.format(ofFileName: path) ?? .text
      document = try DocumentReader().read(FileSystem.read(path), path: path, format: format)
      lexicons = try AnalysisLexicons(folder: shipped + "/_lexicons")
    } catch let error as FileError {
      Output.errors.write("error: \(path): \(error.reason)\n")
      throw ExitCode(ObstatExit.incomplete.rawValue)
    } catch let error as DocumentError {
      Output.errors.write("error: \(path) \(error.message)\n")
      throw ExitCode(ObstatExit.incomplete.rawValue)
    } catch let error as LexiconError {
      Output.errors.write("error: \(error.path): \(error.message)\n")
      throw ExitCode(ObstatExit.impossible.rawValue)
    }
    let analysis = DocumentAnalysis(document, lexicons: lexicons)
    switch format {
    case .text: Output.standard.write(AnalysisText(analysis).text)
    case .json: Output.standard.write(AnalysisJSON(analysis).bytes)
    case .html: Output.standard.write(AnalysisPage(analysis).bytes)
    }
  }
}
