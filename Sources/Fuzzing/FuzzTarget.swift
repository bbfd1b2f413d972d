import Analysis
import ContentModel
import FileSystem
import LuaRuntime
import Readers
import RuleEngine
import Screening

/// What is fed with random input.
package enum FuzzTarget: String, CaseIterable, Sendable {
  /// Lua source, through a state with the rule profile.
  case lua
  /// A rule file, through the loader, and the rule over a document.
  case rules
  case text, markdown, html
  /// A document of any format, and random questions to its source map.
  case map
  /// Everything that the analysis finds in a document.
  case analysis
  /// Every shipped rule over a document.
  case findings
  case phrase, pattern

  var pieces: [String] {
    switch self {
    case .lua, .rules: Self.luaPieces
    case .text: Self.textPieces
    case .markdown: Self.textPieces + Self.markdownPieces
    case .html: Self.textPieces + Self.htmlPieces
    case .map, .analysis, .findings: Self.textPieces + Self.markdownPieces + Self.htmlPieces
    case .phrase: ["cure", "cure~", "guarantee*", "*", "~", "{a|b c|}", "{", "}", "|", "-", "’", "'", "50mg", "100 %", " ", "é", "ﬁ", "\u{301}", "“", "a", "the"]
    case .pattern: Self.patternPieces
    }
  }

  private static let luaPieces = [
    "return", "local x = ", "function(hit) ", "end", "{", "}", "(", ")", "[", "]", "[[", "]]", "[==[", "\"", "'", "--", "--[[", "=", "==", "~=", "..", "...", "::a::",
    "goto a", "while true do ", "for i = 1, 1e9 do ", "repeat until ", "if x then ", "else", "break", "<const>", "<close>", "hit:report()", "hit:has { \"sea\" }",
    "hit.text", "hit.sentence", "document.sentences", "pcall(", "error(", "string.rep('x', 1e9)", "('a'):rep(1e5)", ":find('.-a.-b')", ":gsub('.', {})", "select('#', ...)",
    "table.concat(", "table.unpack({}, 1, 1e7)", "table.insert(t, 1, 1)", "ipairs(", "pairs(", "math.huge", "0/0", "1 << 63", "0x7fffffffffffffff", "//0", "%0", "-1",
    "nil", "true", "\\u{7FFFFFFF}", "\\xff", "\\z", "pattern [[(a+)+$]]", "lexicon 'x'", "require 'y'", "id = ", "find = ", "on = 'sentence'", "check = function(n) ", "examples = ",
    "report", "{ message = x }", ".a.a.a", "#t", "not ", "_ENV", "tostring(", "setmetatable", "utf8.char(", "string.format('%q', ", "%s%d%99.99f", ",", ";",
  ]
  private static let textPieces = [
    "We guarantee that you will walk again.", "No result can be guaranteed.", "Up to 48.9% of patients", "(Ito & Grant, 2019)", "[1]", "[1, 3–5]", "et al.", "n = 9", "p < 0.05",
    "phase I pilot study", "References\n", "1. Ito M, Grant P. A pilot study. J Invent Med. 2019;15:2201. doi:10.1000/x.y", "“quoted”", "‘so’", "cure", "if", "not", "\n", "\n\n", "\r\n",
    "- item\n", "• Punkt\n", "1) ", "TITLE\n=====\n", "> ", "\t", "über\u{A0}alles", "𝒳 and 😀", "e\u{301}", "NCT03308565", "https://e.x/a(b)", "€5", "7 out of 10", "nearly half",
    "mg/kg", "Smith J", "vs.", "e.g.", "?", "!", ":", "…", "12,345.67", "1/2", "½", "three times", "¹²", "*", "†",
  ]
  private static let markdownPieces = [
    "# Head\n", "*em*", "**", "- ", "  - ", "1. ", "> > ", "| a | b |\n|---|---|\n| c &amp; d | |\n", "`code`", "```\n", "[link](http://e.x/ \"tip\")", "![alt](i.png)", "[^1]", "\n[^1]: note\n",
    "{{ tag }}", "{% if x %}", "<div hidden>\n\n", "</div>", "\\*", "&eacute;", "---\n", "title: &a [*a, *a]\n", "~~", "<!-- ", " -->", "  \n", "<sup>2</sup>", "[a]: http://e.x\n", "[a][b]", "===\n",
  ]
  private static let htmlPieces = [
    "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "&amp;", "&#x2019;", "&#1114112;", "&notit;", "<br>", "<ul><li>", "</ul>", "<table><tr><th>h<td>", "<td colspan=9999>", "</table>", "<!--", "-->",
    "<span hidden>", "<img alt='a' src=x>", "<title>", "</title>", "<script>", "</script>", "<style>", "<pre>\n", "<q>", "<a href='#fn1' id=r>", "<li id=fn1>", "<svg>", "<h2 title=tip>", "<![CDATA[",
    "<template>", "<nav>", "<meta name=description content=D>", "<meta charset=utf-16>", "<dl><dt>t<dd>", "<blockquote>", "<html lang=en>", "<", ">", "\"", "'", "=", "/", "<?", "<!", "</",
  ]
  private static let patternPieces = [
    "a", "(", ")", "(?:", "(?=", "(?<!", "(?>", "|", "*", "+", "?", "{0,65535}", "{2}", "(a+)+$", "[^", "]", "[[:alpha:]]", "\\d", "\\K", "\\b", "\\C", "\\1", "\\p{L}", "(?R)", "(?1)", "(*COMMIT)", "(?C1)",
    ".", "^", "$", "\\Q", "\\E", "(?-i)", "(?i)", "(?x)", "\\x{10FFFF}", "é", "sea", "guarantee", "\\R", "\\X", "(?<n>a)", "\\k<n>", "(?(1)a|b)", "*+", "??", "100 ?%",
  ]
}
