import Screening
import Testing

@Suite("Inflection")
struct InflectionTests {
  @Test(
    "a word with ~ matches its forms",
    arguments: [
      ("cure", "cure cures cured curing cure's"), ("heal", "heal heals healed healing"), ("stop", "stops stopped stopping"),
      ("plan", "plans planned planning"), ("fix", "fixes fixed fixing"), ("box", "boxes"), ("watch", "watches watched"),
      ("wash", "washes washing"), ("kiss", "kisses"), ("buzz", "buzzes"), ("cry", "cries cried crying"),
      ("study", "studies studied studying study's"), ("play", "plays played playing"), ("remedy", "remedies remedied"),
      ("agree", "agrees agreed agreeing"), ("free", "frees freed freeing"), ("die", "dies died dying"),
      ("tie", "ties tied tying"), ("dye", "dyes dyed dyeing"), ("visit", "visits visited visiting"),
      ("admit", "admits admitted admitting"), ("prefer", "preferred preferring"), ("refer", "referred referring"),
      ("occur", "occurred occurring"), ("benefit", "benefits benefited benefitted benefiting"),
      ("travel", "travelled traveled travelling traveling"), ("heal", "healing"), ("reveal", "revealed revealing"),
      ("panic", "panics panicked panicking"), ("mimic", "mimicked mimicking"), ("show", "shows showed shown showing"),
      ("prove", "proves proved proven proving"), ("lose", "loses lost losing"), ("grow", "grows grew grown growing"),
      ("regrow", "regrows regrew regrown regrowing"), ("rebuild", "rebuilds rebuilt rebuilding"),
      ("undergo", "undergoes underwent undergone"), ("overcome", "overcomes overcame overcome"),
      ("understand", "understood"), ("withstand", "withstood"), ("take", "took taken taking"), ("see", "saw seen seeing"),
      ("be", "is are was were been being am"), ("have", "has had having"), ("do", "does did done doing"),
      ("go", "goes went gone going"), ("get", "gets got gotten getting"), ("give", "gave given giving"),
      ("feel", "felt feeling"), ("find", "found finding"), ("sleep", "slept sleeping"), ("run", "ran running"),
      ("swim", "swam swum swimming"), ("shrink", "shrank shrunk shrinking"), ("burn", "burnt burned burning"),
      ("foot", "feet"), ("tooth", "teeth tooth's"), ("child", "children children's child's"), ("woman", "women women's"),
      ("person", "people persons"), ("life", "lives"), ("knee", "knees"), ("diagnosis", "diagnoses"),
      ("criterion", "criteria"), ("analysis", "analyses"), ("hero", "heroes"), ("photo", "photos"), ("stomach", "stomachs"),
      ("quiz", "quizzes"), ("quit", "quitting quits"), ("equip", "equipped equipping"), ("market", "marketed marketing"),
      ("develop", "developed developing"), ("relay", "relayed"), ("vanish", "vanishes vanished"),
      ("eliminate", "eliminates eliminated eliminating"), ("reduce", "reduces reduced reducing"),
      ("improve", "improves improved improving"), ("relieve", "relieved relieving"), ("melt", "melts melted melting"),
      ("boost", "boosted"), ("ease", "eases eased easing"), ("glow", "glowed glowing"), ("relax", "relaxes relaxed"),
    ])
  func forms(word: String, forms: String) throws {
    let expected = forms.split(separator: " ").map { "⟦\($0)⟧" }.joined(separator: ", ")
    #expect(try screened(MarkedText(expected).text, [.phrase(word + "~")]) == expected)
  }

  @Test(
    "a word with ~ does not match other words",
    arguments: [
      ("cure", "curious secure cureed curring"), ("heal", "health healthy healer heall"), ("grow", "growed growth"),
      ("prove", "approve proof provide"), ("lose", "loose losed loss"), ("stop", "stoped stoping"),
      ("visit", "visitted visitor"), ("child", "childhood"), ("person", "personal personnel"), ("foot", "footed's football"),
      ("play", "plaies"), ("study", "studys student"), ("show", "shower"), ("market", "marketting"), ("fix", "fixs fixxed"),
      ("admit", "admited"), ("relay", "relaid"), ("be", "bee bed"), ("go", "goed ago"), ("safe", "safety safely"),
      ("heal", "heeled"), ("panic", "paniced"), ("die", "dieing"), ("agree", "agreing agreement"), ("take", "taked"),
    ])
  func others(word: String, others: String) throws {
    #expect(try screened(others, [.phrase(word + "~")]) == others)
  }
}
