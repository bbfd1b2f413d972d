import Synchronization

/// The inflected forms of an English noun or verb.
///
/// Regular morphology (doubling, e-dropping, y → ies, -es, -ck-), a table of the
/// common irregular verbs and nouns, and both spellings where British and American
/// English differ (travelled, traveled). A word is inflected as noun and as verb,
/// whichever it is; adjectives are not compared.
package enum Inflection {
  private static let known = Mutex<[[UInt8]: [[UInt8]]]>([:])

  /// As ``forms(of:)``, in bytes; kept, because many lists name the same words.
  static func knownForms(of word: [UInt8]) -> [[UInt8]] {
    if let forms = known.withLock({ $0[word] }) { return forms }
    let forms = forms(of: String(decoding: word, as: UTF8.self)).map { Array($0.utf8) }
    known.withLock {
      if $0.count > 20_000 { $0 = [:] }
      $0[word] = forms
    }
    return forms
  }

  /// The word itself and its forms; `word` is folded. ASCII words only: any other word has itself and its possessive.
  package static func forms(of word: String) -> [String] {
    var forms = [word, word + "'s"]
    func add(_ form: String) {
      if !forms.contains(form) { forms.append(form) }
    }
    guard word.utf8.count > 1, word.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return forms }
    if word == "be" {
      ["am", "is", "are", "was", "were", "been", "being"].forEach(add)
      return forms
    }
    if let plurals = irregularNouns[word] {
      for plural in plurals {
        add(plural)
        add(plural + "'s")
      }
    } else {
      sForms(word).forEach(add)
    }
    if let past = irregularPast(word) {
      past.forEach(add)
    } else {
      edForms(word).forEach(add)
    }
    ingForms(word).forEach(add)
    return forms
  }

  private static func isVowel(_ b: UInt8) -> Bool { [0x61, 0x65, 0x69, 0x6F, 0x75].contains(b) }

  static func sForms(_ word: String) -> [String] {
    let b = Array(word.utf8)
    let last = b[b.count - 1]
    let before = b[b.count - 2]
    if word.hasSuffix("sis") { return [word.dropLast(2) + "es"] }
    if word.hasSuffix("quiz") || word == "whiz" { return [word + "zes"] }
    if last == 0x73 || last == 0x78 || last == 0x7A || word.hasSuffix("ch") || word.hasSuffix("sh") {
      return word.hasSuffix("tomach") || word.hasSuffix("onarch") ? [word + "s"] : [word + "es"]
    }
    if last == 0x79, !isVowel(before) { return [word.dropLast() + "ies"] }
    if last == 0x6F, !isVowel(before) { return [word + "es", word + "s"] }
    return [word + "s"]
  }

  static func edForms(_ word: String) -> [String] {
    let b = Array(word.utf8)
    let last = b[b.count - 1]
    if last == 0x65 { return [word + "d"] }
    if last == 0x79, !isVowel(b[b.count - 2]) { return [word.dropLast() + "ied"] }
    return stems(word).map { $0 + "ed" }
  }

  static func ingForms(_ word: String) -> [String] {
    if word.hasSuffix("ie") { return [word.dropLast(2) + "ying"] }
    if word.hasSuffix("e"), !word.hasSuffix("ee"), !word.hasSuffix("oe"), !word.hasSuffix("ye"), word != "singe",
      word != "be"
    {
      let short = String(word.dropLast()) + "ing"
      return word == "age" || word == "cue" ? [short, word + "ing"] : [short]
    }
    return stems(word).map { $0 + "ing" }
  }

  /// What a vowel-initial ending is joined to: the word, doubled (`plan` → `plann`), or either.
  private static func stems(_ word: String) -> [String] {
    let b = Array(word.utf8)
    guard b.count >= 3, let last = b.last else { return [word] }
    if last == 0x63, b[b.count - 2] == 0x69 { return [word + "k"] }
    let doubled = word + word.suffix(1)
    if eitherWay.contains(word) { return [word, doubled] }
    // "quit": the u after q is no vowel.
    let vowels = b.indices.map { i in
      (isVowel(b[i]) && !(b[i] == 0x75 && i > 0 && b[i - 1] == 0x71)) || (b[i] == 0x79 && i > 0 && i < b.count - 1)
    }
    let n = b.count
    guard !vowels[n - 1], vowels[n - 2], !vowels[n - 3], last != 0x77, last != 0x78, last != 0x79, last != 0x68
    else { return [word] }
    var groups = 0
    for i in 0..<n where vowels[i] && (i == 0 || !vowels[i - 1]) { groups += 1 }
    if groups == 1 || stressedEnd.contains(word) { return [doubled] }
    if last == 0x6C { return [word, doubled] }
    return [word]
  }

  private static func irregularPast(_ word: String) -> [String]? {
    if let forms = irregularVerbs[word] { return forms }
    guard !regularInSpiteOfPrefix.contains(word) else { return nil }
    for prefix in ["re", "over", "under", "out", "un", "fore", "mis", "with", "up", "inter", "off", "down", "de"]
    where word.hasPrefix(prefix) {
      let base = String(word.dropFirst(prefix.count))
      if base.utf8.count >= 2, base != "be", let forms = irregularVerbs[base] { return forms.map { prefix + $0 } }
    }
    return nil
  }

  private static let regularInSpiteOfPrefix: Set<String> = ["relay", "rebind", "delay", "relight", "undergird", "revet"]

  /// Words of several syllables that are stressed on the last and double its consonant.
  private static let stressedEnd: Set<String> = Set(
    """
    abet abhor acquit admit allot annul anagram begin befit besot cabal commit compel concur confer control debug defer \
    demur deter dispel disbar emit enrol entrap equip excel expel extol forbid forget fulfil handicap impel incur infer \
    instal inter kidnap nonplus occur omit outfit overlap patrol permit prefer program propel readmit rebut recommit recap \
    recur refer refit regret remit repel reset resubmit retrofit submit transfer transmit transship unplug unzip upset \
    worship zigzag
    """.split(separator: " ").map(String.init))

  private static let eitherWay: Set<String> = ["benefit", "focus", "bias", "combat", "format", "bus", "gas", "program", "worship", "kidnap", "enrol", "target"]

  /// Past tense and participles of irregular verbs.
  private static let irregularVerbs: [String: [String]] = table(
    """
    arise arose arisen|awake awoke awoken awaked|bear bore borne born|beat beat beaten|become became become|befall befell \
    befallen|begin began begun|behold beheld|bend bent|beset beset|bet bet betted|bid bid bade bidden|bind bound|bite bit \
    bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought|broadcast broadcast broadcasted|build \
    built|burn burnt burned|burst burst|bust bust busted|buy bought|cast cast|catch caught|choose chose chosen|cling \
    clung|come came come|cost cost costed|creep crept|cut cut|deal dealt|dig dug|dive dived dove|do did done does|draw \
    drew drawn|dream dreamt dreamed|drink drank drunk|drive drove driven|dwell dwelt dwelled|eat ate eaten|fall fell \
    fallen|feed fed|feel felt|fight fought|find found|fit fitted fit|flee fled|fling flung|fly flew flown|forbid forbade \
    forbidden|forecast forecast forecasted|forget forgot forgotten|forgive forgave forgiven|forgo forwent forgone|forsake \
    forsook forsaken|freeze froze frozen|get got gotten|give gave given|go went gone goes|grind ground|grow grew \
    grown|hang hung hanged|have had has|hear heard|hide hid hidden|hit hit|hold held|hurt hurt|input input inputted|keep \
    kept|kneel knelt kneeled|knit knit knitted|know knew known|lay laid|lead led|lean leant leaned|leap leapt \
    leaped|learn learnt learned|leave left|lend lent|let let|lie lay lain lied|light lit lighted|lose lost|make made|mean \
    meant|meet met|melt melted molten|mow mowed mown|offset offset|pay paid|plead pleaded pled|prove proved proven|put \
    put|quit quit quitted|read read|rend rent|rid rid|ride rode ridden|ring rang rung|rise rose risen|run ran run|saw \
    sawed sawn|say said|see saw seen|seek sought|sell sold|send sent|set set|sew sewed sewn|shake shook shaken|shear \
    sheared shorn|shed shed|shine shone shined|shoot shot|show showed shown|shrink shrank shrunk shrunken|shut shut|sing \
    sang sung|sink sank sunk sunken|sit sat|slay slew slain|sleep slept|slide slid|sling slung|slit slit|smell smelt \
    smelled|sow sowed sown|speak spoke spoken|speed sped speeded|spell spelt spelled|spend spent|spill spilt spilled|spin \
    spun|spit spat spit|split split|spoil spoilt spoiled|spread spread|spring sprang sprung|stand stood|steal stole \
    stolen|stick stuck|sting stung|stink stank stunk|stride strode stridden|strike struck stricken|string strung|strive \
    strove striven strived|swear swore sworn|sweat sweat sweated|sweep swept|swell swelled swollen|swim swam swum|swing \
    swung|take took taken|teach taught|tear tore torn|tell told|think thought|thrive thrived throve thriven|throw threw \
    thrown|thrust thrust|tread trod trodden|undergo underwent undergone undergoes|understand understood|wake woke woken \
    waked|wear wore worn|weave wove woven weaved|wed wed wedded|weep wept|wet wet wetted|win won|wind wound winded|wring \
    wrung|write wrote written
    """)

  private static let irregularNouns: [String: [String]] = table(
    """
    man men|woman women|child children|foot feet|tooth teeth|goose geese|mouse mice|louse lice|ox oxen|person people \
    persons|die dice dies|penny pence pennies|knife knives|life lives|wife wives|half halves|calf calves|leaf \
    leaves|loaf loaves|self selves|shelf shelves|thief thieves|wolf wolves|scarf scarves scarfs|elf elves|hoof hooves \
    hoofs|dwarf dwarves dwarfs|bacterium bacteria|criterion criteria|phenomenon phenomena|datum data|medium media \
    mediums|stratum strata|spectrum spectra spectrums|serum sera serums|symposium symposia symposiums|memorandum memoranda \
    memorandums|addendum addenda|ovum ova|nucleus nuclei|stimulus stimuli|fungus fungi funguses|bacillus bacilli|locus \
    loci|focus foci focuses|radius radii radiuses|thrombus thrombi|embolus emboli|villus villi|syllabus syllabi \
    syllabuses|alumnus alumni|vertebra vertebrae vertebras|larva larvae|formula formulae formulas|antenna antennae \
    antennas|index indices indexes|appendix appendices appendixes|matrix matrices matrixes|vertex vertices|helix helices \
    helixes|cervix cervices cervixes|cortex cortices cortexes|species species|series series|sheep sheep|fish fish \
    fishes|deer deer|aircraft aircraft|means means|offspring offspring|sportsman sportsmen|layman laymen|salesman \
    salesmen|craftsman craftsmen|spokesman spokesmen|spokeswoman spokeswomen|chairman chairmen|fireman firemen|policeman \
    policemen|businessman businessmen|businesswoman businesswomen|grandchild grandchildren|stepchild stepchildren|schoolchild \
    schoolchildren|midwife midwives|housewife housewives|metastasis metastases|salesperson salespeople|layperson laypeople \
    |spokesperson spokespeople|businessperson businesspeople|biceps biceps|thesis theses|genus genera|corpus corpora|plus \
    pluses plusses
    """)

  private static func table(_ text: String) -> [String: [String]] {
    var table: [String: [String]] = [:]
    for row in text.split(separator: "|") {
      let words = row.split(separator: " ").map(String.init)
      if let base = words.first { table[base] = Array(words.dropFirst()) }
    }
    return table
  }
}
