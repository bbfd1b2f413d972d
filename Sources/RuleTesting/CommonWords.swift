/// How common an English word is, in three steps: enough to tell which words of a sentence carry it.
enum CommonWords {
  enum Step: Int, Comparable {
    /// Articles, pronouns, prepositions, auxiliaries and the like: they say nothing by themselves.
    case grammatical
    /// Words of every kind of text.
    case everyday
    /// What is left: the words that a sentence is about.
    case telling

    static func < (a: Step, b: Step) -> Bool { a.rawValue < b.rawValue }
  }

  /// - Parameters:
  ///   - word: in lower case.
  ///   - base: its uninflected form.
  static func step(_ word: String, base: String) -> Step {
    if grammatical.contains(word) { return .grammatical }
    return everyday.contains(word) || everyday.contains(base) ? .everyday : .telling
  }

  /// Whether a word is known as a base form.
  static func isKnown(_ word: String) -> Bool { everyday.contains(word) || grammatical.contains(word) }

  private static func set(_ text: String) -> Set<String> { Set(text.split(whereSeparator: \.isWhitespace).map(String.init)) }

  private static let grammatical = set(
    """
    a an the this that these those some any each every either neither no none both all such same other
    i me my mine myself you your yours yourself yourselves he him his himself she her hers herself it its itself
    we us our ours ourselves they them their theirs themselves one ones who whom whose which what whatever
    and or but nor so yet if unless although though because since while whereas when where how why whether than as
    of in on at by to from with without within into onto over under between among through during before after above below
    about against across along around behind beside beyond near off out up down per via for until till toward towards upon
    am is are was were be been being have has had having do does did doing done will would shall should can could may might
    must ought need not n't never ever there here then now thus hence also too very just only even still already again
    rather quite more most less least much many few several own
    """)

  private static let everyday = set(
    """
    get give go come take make see know think say tell find use look want seem feel try leave call keep let begin show hear
    play run move live believe hold bring happen write sit stand lose pay meet include continue set learn change lead
    understand watch follow stop create speak read allow add spend grow open walk win offer remember consider appear buy
    wait serve die send expect build stay fall cut reach remain suggest raise pass sell require report decide pull help
    start turn work ask put become like love hope wish enjoy visit join contact choose order ship deliver plan provide
    time year people way day man woman child world life hand part place case week company system program question
    government number night point home water room mother area money story fact month lot right study book eye job word
    business issue side kind head house service friend father power hour game line end member law car city community name
    president team minute idea body information back parent face others level office door health person art war history
    party result reason morning moment air teacher force education thing customer client patient doctor family
    product price page website email phone address information date order team member user school student group country
    problem good new first last long great little old big high different small large next early young important public bad
    able best better free full special easy hard clear recent certain personal open red white black strong possible whole
    low short single nice happy main sure true real ready simple available local several national
    well back away together often always usually sometimes soon later today tomorrow yesterday once twice almost
    perhaps maybe really probably actually especially simply quickly finally ago far enough
    two three four five six seven eight nine ten hundred thousand million second third half
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december
    """)
}
