/// Words and addresses by which running text names a source.
enum SourceVocabulary {
  /// Words that, with a colon, begin a source line.
  static let leadIns: Set<String> = ["source", "sources", "quelle", "quellen"]

  /// Things that a source is called by.
  static let nouns: Set<String> = [
    "survey", "report", "study", "census", "barometer", "index", "poll", "registry", "statistics", "yearbook", "database",
    "guideline", "guidelines", "review", "meta-analysis", "trial", "paper", "whitepaper", "factsheet", "audit", "bulletin",
    "monitor", "tracker", "register", "registers", "figures", "data", "analysis", "research", "evaluation", "assessment", "dossier", "monograph",
  ]

  /// Nouns that follow a possessive and a year: `Smith’s 2019 trial`.
  static let works: Set<String> = [
    "trial", "study", "paper", "review", "work", "report", "analysis", "meta-analysis", "article", "survey", "findings",
    "results", "experiment", "case", "series", "publication", "data", "cohort",
  ]

  /// Verbs that follow an author: `Baumann (2024) reported`.
  static let reportingVerbs: Set<String> = [
    "showed", "shows", "show", "found", "find", "finds", "reported", "report", "reports", "demonstrated", "demonstrates",
    "concluded", "concludes", "observed", "observe", "described", "describes", "describe", "suggested", "suggests", "suggest",
    "confirmed", "confirms", "confirm", "noted", "notes", "argued", "argues", "argue", "studied", "examined", "reviewed",
    "published", "proved", "proves", "estimated", "measured", "compared", "investigated", "treated", "tested", "analysed",
    "analyzed", "observed", "documented", "established", "identified", "revealed", "documents", "write", "writes", "wrote",
    "pooled", "randomised", "randomized", "enrolled", "recruited", "followed",
  ]

  /// Words whose number in brackets counts them: "three (3)", "step (2)".
  static let numbered: Set<String> = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "step", "phase", "stage", "point", "item", "figure",
    "fig", "table", "equation", "option", "section", "part", "question", "level", "grade", "type", "class", "days", "weeks", "months", "years",
  ]

  /// Words before an author: `by Baumann (2024)`, `see Baumann 2024`.
  static let cues: Set<String> = ["by", "see", "cf", "per", "following", "after", "with", "like", "citing", "cites", "both"]

  /// Words that may stand before the authors in a bracket.
  static let bracketLeadIns: Set<String> = [
    "see", "also", "e", "g", "eg", "i", "ie", "cf", "for", "review", "reviews", "in", "from", "after", "adapted", "reviewed", "data",
    "reference", "references", "ref", "refs", "source", "sources", "citation", "citations", "study", "studies", "by",
    "meta-analysis", "example", "examples", "systematic", "and", "as", "cited", "trial", "based", "on", "according", "to",
    "reported", "published", "results", "quelle", "phase", "pilot", "rct", "figure", "more", "including", "most", "recently",
    "details", "the", "clinical", "randomised", "randomized", "reprinted", "modified", "table", "quoted", "siehe", "vgl",
    "compare", "contrast", "but", "work", "update", "updated", "original", "evidence", "registry", "survey",
  ]

  /// Capitalised words that stand before years without being authors.
  static let notNames: Set<String> = [
    "since", "from", "until", "till", "in", "on", "by", "at", "after", "before", "between", "during", "about", "around",
    "established", "founded", "est", "spring", "summer", "autumn", "fall", "winter", "easter", "christmas", "season",
    "regulation", "directive", "act", "law", "section", "article", "art", "chapter", "figure", "fig", "table", "version",
    "edition", "copyright", "model", "series", "class", "winner", "award", "awards", "olympics", "page", "phase", "part",
    "volume", "vol", "issue", "number", "no", "top", "best", "new", "updated", "approved", "reviewed", "revised", "published",
    "launched", "opened", "registered", "year", "years", "vintage", "the", "a", "an", "this", "that", "our", "your", "we",
    "co", "sons", "partners", "ltd", "llc", "llp", "inc", "gmbh", "ag", "plc", "corp", "company", "group", "limited", "kg",
    "clinic", "hospital", "university", "institute", "center", "centre", "college", "school", "conference", "congress",
    "meeting", "summit", "expo", "festival", "cup", "championship", "agenda", "plan", "strategy", "budget", "report",
    "survey", "study", "census", "trial", "results", "result", "data", "update", "release", "windows", "office", "iso",
    "en", "din", "norm", "standard", "q1", "quarter", "h1", "week", "day", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday", "anno", "ad", "bc", "ce", "product", "collection", "guide", "catalogue", "catalog",
    "tel", "phone", "fax", "postcode", "box", "room", "street", "road", "avenue", "platz", "strasse", "order", "item", "ref",
    "winter", "cohort", "class", "over", "only", "more", "than", "up", "nearly", "almost", "approximately", "total", "member",
    "photo", "photograph", "image", "picture", "credit", "source", "aged", "age", "born", "patient", "patients", "customer",
    "client", "dr", "prof", "professor", "mr", "mrs", "ms", "miss", "sir", "dame", "status", "date", "stand", "seit", "bis",
    "im", "am", "ab", "late", "early", "mid", "last", "next", "first", "second", "third", "covid", "brexit", "web", "euro",
    "however", "moreover", "when", "while", "although", "but", "and", "or", "if", "as", "also", "then", "later", "earlier",
    "review", "meta-analysis", "valid", "expires", "effective", "amended", "adopted", "level", "grade", "type", "stage",
    "references", "reference", "studies", "level", "certified", "tested", "expanded", "all", "each", "some", "many", "most",
    "guideline", "guidelines", "recommendation", "code", "rule", "rules", "bill", "treaty", "agreement", "protocol",
    "convention", "declaration", "commission", "council", "parliament", "schedule", "annex", "appendix", "clause",
  ]

  /// Words before `ref. 12` that make it the number of an order or of goods.
  static let ordered: Set<String> = [
    "product", "order", "item", "article", "our", "your", "model", "part", "catalogue", "catalog", "booking", "customer", "job", "case", "quote",
  ]

  /// Last words of the names of bodies that publish: `(Joint Hoof Council 2020)`.
  static let publishers: Set<String> = [
    "council", "association", "society", "academy", "federation", "union", "board", "committee", "organisation", "organization",
    "agency", "authority", "institute", "foundation", "ministry", "department", "commission", "network", "alliance", "consortium",
    "collaboration", "force", "college", "collaborators", "investigators", "group", "centre", "center", "bureau", "panel", "trust",
  ]

  /// Given names that are rarely surnames: `(Anna, 2019)` signs a testimonial.
  static let givenNames: Set<String> = [
    "anna", "anne", "ann", "maria", "mary", "sarah", "sara", "emma", "emily", "julia", "laura", "lisa", "linda", "susan",
    "susanne", "karen", "karin", "nancy", "betty", "helen", "helena", "sandra", "donna", "carol", "ruth", "sharon",
    "michelle", "kimberly", "jessica", "jennifer", "patricia", "barbara", "elizabeth", "margaret", "dorothy", "amy", "angela",
    "melissa", "brenda", "rebecca", "deborah", "stephanie", "sharon", "cynthia", "kathleen", "fiona", "tina", "jodie",
    "sophie", "sofia", "hannah", "lena", "eva", "olivia", "amelia", "chloe", "grace", "lucy", "katie", "kate", "nina",
    "clara", "ella", "mia", "zoe", "john", "peter", "michael", "robert", "william", "joseph", "charles", "christopher",
    "daniel", "matthew", "anthony", "mark", "donald", "steven", "stephen", "andrew", "joshua", "kenneth", "kevin", "brian",
    "ronald", "timothy", "jason", "jeffrey", "ryan", "gary", "nicholas", "eric", "jonathan", "brandon", "benjamin", "samuel",
    "gregory", "patrick", "raymond", "jerry", "dennis", "jose", "adam", "nathan", "kyle", "ethan", "wade", "hank", "tom",
    "tim", "jim", "bob", "bill", "mike", "steve", "dave", "david", "stefan", "andreas", "markus", "wolfgang", "klaus",
    "jurgen", "hans", "karl", "fritz", "luke", "jack", "harry", "oliver", "noah", "liam", "jane", "julie", "rachel", "diane",
    "christine", "janet", "catherine", "claire", "alice", "marie", "petra", "sabine", "monika", "ursula", "gia", "rosa",
  ]

  /// Places that are rarely surnames: `(Vienna, 2019)`.
  static let places: Set<String> = [
    "vienna", "london", "paris", "berlin", "munich", "zurich", "geneva", "rome", "madrid", "barcelona", "lisbon", "dublin",
    "brussels", "amsterdam", "copenhagen", "stockholm", "oslo", "helsinki", "warsaw", "prague", "budapest", "athens",
    "istanbul", "moscow", "tokyo", "beijing", "shanghai", "singapore", "sydney", "melbourne", "toronto", "boston", "chicago",
    "austria", "germany", "switzerland", "france", "italy", "spain", "portugal", "england", "scotland", "wales", "ireland",
    "europe", "america", "asia", "africa", "australia", "canada", "mexico", "brazil", "china", "japan", "india", "korea",
    "thailand", "turkey", "russia", "ukraine", "poland", "norway", "sweden", "denmark", "finland", "belgium", "netherlands",
    "usa", "us", "uk", "eu", "uae", "california", "texas", "florida", "york", "washington", "bedford", "graz", "salzburg",
    "linz", "hamburg", "cologne", "frankfurt", "dubai", "bangkok", "manila", "cyprus", "malta", "greece", "iceland",
    "vermont", "ohio", "oregon", "nevada", "arizona", "colorado", "kentucky", "wien", "munchen", "genf",
  ]

  /// Bodies that are cited by their initials.
  static let bodies: Set<String> = [
    "who", "fda", "ema", "nice", "cdc", "nih", "ftc", "oecd", "ipcc", "ons", "unicef", "unesco", "mhra", "efsa", "iarc",
    "ich", "asa", "fca", "esma", "eba", "ecb", "imf", "iea", "un", "fao", "cochrane", "eurostat", "destatis", "rki", "bfarm",
    "iqwig", "sign", "nhs", "ncbi", "aha", "acc", "esc", "asco", "esmo", "ada", "easd", "isct", "isscr", "tga", "pmda",
  ]

  /// Hosts whose pages are sources in themselves; subdomains count.
  static let hosts: [String] = [
    "doi.org", "nih.gov", "pubmed.gov", "clinicaltrials.gov", "clinicaltrialsregister.eu", "europepmc.org", "nature.com",
    "thelancet.com", "nejm.org", "bmj.com", "jamanetwork.com", "sciencedirect.com", "springer.com", "wiley.com",
    "tandfonline.com", "oup.com", "sagepub.com", "plos.org", "frontiersin.org", "mdpi.com", "cochranelibrary.com",
    "cochrane.org", "medrxiv.org", "biorxiv.org", "arxiv.org", "who.int", "europa.eu", "fda.gov", "cdc.gov", "ons.gov.uk",
    "bls.gov", "census.gov", "oecd.org", "cell.com", "science.org", "sciencemag.org", "pnas.org", "ahajournals.org",
    "biomedcentral.com", "karger.com", "liebertpub.com", "jstor.org", "ssrn.com", "researchgate.net", "isrctn.com",
    "drks.de", "nice.org.uk", "ipcc.ch", "worldbank.org", "imf.org", "ecb.europa.eu", "nber.org", "semanticscholar.org",
    "hindawi.com", "elifesciences.org", "jci.org", "ascopubs.org", "aacrjournals.org", "acpjournals.org", "academic.oup.com",
    "osf.io", "zenodo.org", "figshare.com", "statista.com", "destatis.de", "un.org", "scholar.google.com",
  ]

  /// Words in a link's text that call its target a source.
  static let linkNouns: Set<String> = [
    "study", "studies", "trial", "trials", "paper", "report", "survey", "source", "sources", "review", "meta-analysis",
    "publication", "published", "research", "article", "evidence", "data", "statistics", "census", "abstract", "audit",
    "findings", "analysis", "whitepaper", "dataset", "guideline", "register", "registry",
  ]
}
