---@meta
-- Generated from the bindings by `obstat rules meta`; do not edit.

---What to look for: a phrase, a pattern, a lexicon, or a list of them.
---In a phrase, case, white space, the kind of hyphen and of apostrophe do not matter;
---`*` ends a word openly (guarantee*) or stands for any one word, `~` after a word
---matches its inflections (cure~: cures, cured, curing), {a|b} are alternatives.
---@alias triggers string|pattern|lexicon|(string|pattern|lexicon)[]

---@alias assertion_kind "efficacy"|"safety"|"establishment"|"cure"|"mechanism"|"comparison"|"testimonial"|"status"|"price"|"returns"|"environmental"

---@alias assertion_strength "hedged"|"plain"|"causal"|"absolute"

---@alias study_endpoint "safety"|"efficacy"

---@alias quantity_kind "outcome"|"sample-size"|"dose"|"duration"|"price"|"date"|"identifier"|"count"|"ordinal"|"measure"|"age"

---@alias quantity_form "percent"|"ratio"|"fraction"|"multiple"|"plain"

---@alias citation_kind "author-year"|"author"|"journal-year"|"numeric"|"superscript"|"footnote"|"link"|"identifier"|"source-line"

---@alias block_kind "title"|"heading"|"paragraph"|"list"|"item"|"table"|"row"|"cell"|"caption"|"quotation"|"footnote"|"image-text"|"reference-list"|"reference-entry"|"metadata"|"code"

---@alias sector "medicine"|"cell-product"|"procedure"|"infusion"|"device"|"diagnostic"|"supplement"|"food"|"cosmetic"|"veterinary"|"investment"|"household"|"textile"|"service"

---@alias severity "error"|"warning"|"note"

---@alias context "negated"|"hypothetical"|"quoted"|"distanced"|"questioned"|"historical"|"in_reference"|"of_others"

---@alias node_kind "document"|"section"|"heading"|"paragraph"|"list"|"item"|"table"|"cell"|"sentence"|"quantity"|"citation"|"reference"|"link"|"image"

---@class report_options
---@field message? string Instead of the rule's; {text} stands for the words.
---@field help? string Instead of the rule's.
---@field severity? "error"|"warning"|"note" Instead of the rule's, for a market or an audience.
---@field see? any A related object, or a list of them, shown beside the finding.
---@field see_note? string What the related place is.
---@field at? any The object whose words the finding stands on.
---@field fix? string|string[] Words to put in their place, the best first; "" takes them out.
---@field safe? boolean Whether the first of these is right in any text, so that `obstat fix` makes it.

---@class title_comparison
---@field kind "same"|"subtitle-dropped"|"conclusion-dropped"|"altered"|"different"
---@field missing string[] Stretches of the true title that the quoted one lacks.
---@field added string[] Stretches that the quoted title has and the true one lacks.
---@field title string The true title.

---@class record_difference
---@field field string What differs: title, first author, year, journal, PMID, …
---@field given string What the entry says.
---@field recorded string What the record says.

---@class Rule
---@field id string pack/thing-flagged, as the folder and the file are named.
---@field category string What reports group by.
---@field title string A few words for lists.
---@field severity severity|table<string, severity> By market: { default = "warning", US = "error" }.
---@field scope? "span"|"document" A document rule makes one finding a document.
---@field basis? string|string[] Keys of the pack's instruments.
---@field message string {text} stands for the words found.
---@field help? string The next step for the author.
---@field rationale? string Why the rule exists.
---@field find? triggers Words to look for.
---@field on? node_kind Things to visit.
---@field skip? context[] Contexts in which a hit is left alone.
---@field check? fun(node: any)
---@field examples { flagged: any[], clean: any[] } ⟦…⟧ marks the exact words.
---@field folds_into? string|string[] Categories whose findings on the same words explain this rule's.
---@field formerly? string|string[] Ids under which the rule was known.

---@class Pack
---@field title string
---@field owner? string
---@field jurisdictions string[] Markets in which its instruments hold.
---@field languages? string[] Languages of copy that its rules understand; en if absent.
---@field instruments table<string, { citation: string, says: string, url?: string, checked?: string }>

---A regular expression in the PCRE2 dialect, caseless unless it says (?-i), never across a block.
---@param expression string
---@return pattern
function pattern(expression) end

---A word list: lexicons/<name>.txt of the rule's own pack, or "pack/name" of another.
---@param name string
---@return lexicon
function lexicon(name) end

---Prints its arguments with the rule's line under `obstat try`, `rules test` and `repl`, and nowhere else.
---@param ... any
function trace(...) end

---The whole document.
---@class document
---@field text string The words, as extracted.
---@field hidden boolean Whether the words are in the source but not shown to a reader at first sight.
---@field blocks block[] Every block, a container before its contents.
---@field sections section[] The headings with what follows each.
---@field headings block[] Every heading.
---@field paragraphs block[] Every paragraph.
---@field lists block[] Every list, marked or implied.
---@field items block[] Every list item.
---@field tables block[] Every table.
---@field sentences sentence[] Every sentence, in reading order.
---@field quantities quantity[] Every number.
---@field citations citation[] Everything that points to a source.
---@field references reference[] The entries of reference lists, and footnotes.
---@field links link[] Every link.
---@field images image[] Every image that has alternative text.
---@field format string text, markdown or html.
---@field market string? The market the document says it is for (“market” in its front matter), or as its name or the configuration tells.
---@field audience string? The audience the document says it is for.
---@field product string? The product it says that it speaks of.
---@field language string? The language declared, or else recognised.
---@field sector sector? The kind of product or service for which most of the words speak; nil where none do.
---@field identifiers identifier[] DOIs, PubMed and trial numbers, ISBNs and ISSNs, well formed or not.
---@field claims claim[] Where the text says, or nearly says, what the library of approved claims holds.
local document = {}

---Whether some of the words, patterns or lexicons stand in this text.
---@param triggers triggers
---@return boolean
function document:has(triggers) end

---Every place in this text where some of the words stand.
---@param triggers triggers
---@return hit[]
function document:find(triggers) end

---The first place in this text where some of the words stand.
---@param triggers triggers
---@return hit?
function document:first(triggers) end

---Whether this text begins with some of the words.
---@param triggers triggers
---@return boolean
function document:starts_with(triggers) end

---Makes a finding on these words.
---@param options? report_options
function document:report(options) end

---What the document's front matter or meta elements say under a key.
---@param key string
---@return string?
function document:meta(key) end

---Whether the document is for a market, or for a part of it (DE is in EU); nil where it names none.
---@param market string
---@return boolean?
function document:is_for(market) end

---Whether the document is about a kind of product or service; it can be about several.
---@param sector sector
---@return boolean
function document:about(sector) end

---A heading and what follows it, up to the next heading.
---@class section
---@field text string The words, as extracted.
---@field hidden boolean Whether the words are in the source but not shown to a reader at first sight.
---@field document document The whole document.
---@field negated boolean Whether a negation governs the words (“cannot be guaranteed”).
---@field hypothetical boolean Whether the words are conditional or merely possible (“if”, “may”).
---@field quoted boolean Whether the words stand in quotation marks or a block quotation.
---@field distanced boolean Whether the text reports the words with distance (“beware of anyone who says …”).
---@field questioned boolean Whether the words stand in a question.
---@field historical boolean Whether the words speak of the past (“used to”).
---@field in_reference boolean Whether the words stand in an entry of a reference list.
---@field of_others boolean Whether the words speak of somebody else or somebody else's product (“other clinics guarantee …”).
---@field document document The whole document.
---@field sentence sentence? The sentence in which the words begin; nil between sentences.
---@field block block? The smallest block around the words.
---@field heading block? The heading; nil for what precedes the first.
---@field sentences sentence[] The sentences of the section.
local section = {}

---Whether some of the words, patterns or lexicons stand in this text.
---@param triggers triggers
---@return boolean
function section:has(triggers) end

---Every place in this text where some of the words stand.
---@param triggers triggers
---@return hit[]
function section:find(triggers) end

---The first place in this text where some of the words stand.
---@param triggers triggers
---@return hit?
function section:first(triggers) end

---Whether this text begins with some of the words.
---@param triggers triggers
---@return boolean
function section:starts_with(triggers) end

---Makes a finding on these words.
---@param options? report_options
function section:report(options) end

---Whether some of the words stand later in the same sentence, at most so many words away.
---@param triggers triggers
---@param words? integer
---@return boolean
function section:followed_by(triggers, words) end

---Whether some of the words stand earlier in the same sentence, at most so many words away.
---@param triggers triggers
---@param words? integer
---@return boolean
function section:preceded_by(triggers, words) end

---Whether some of the words stand in the same sentence on either side, at most so many words away.
---@param triggers triggers
---@param words? integer
---@return boolean
function section:near(triggers, words) end

---A structural unit: a heading, a paragraph, a list, an item, a table, a cell, …
---@class block
---@field text string The words, as extracted.
---@field hidden boolean Whether the words are in the source but not shown to a reader at first sight.
---@field document document The whole document.
---@field negated boolean Whether a negation governs the words (“cannot be guaranteed”).
---@field hypothetical boolean Whether the words are conditional or merely possible (“if”, “may”).
---@field quoted boolean Whether the words stand in quotation marks or a block quotation.
---@field distanced boolean Whether the text reports the words with distance (“beware of anyone who says …”).
---@field questioned boolean Whether the words stand in a question.
---@field historical boolean Whether the words speak of the past (“used to”).
---@field in_reference boolean Whether the words stand in an entry of a reference list.
---@field of_others boolean Whether the words speak of somebody else or somebody else's product (“other clinics guarantee …”).
---@field document document The whole document.
---@field sentence sentence? The sentence in which the words begin; nil between sentences.
---@field section section? The section around the words: a heading and what follows it.
---@field kind block_kind What it is.
---@field level integer A heading's level from 1, a list's depth from 1; else 0.
---@field inferred boolean Whether the structure is recovered from the shape of the text, not marked.
---@field label string? A footnote's or entry's label, a metadata key, an image's source.
---@field parent block? The block around it.
---@field children block[] The blocks directly inside it.
---@field sentences sentence[] Its sentences.
---@field next block? The next block that is not inside this one.
---@field previous block? The leaf before it in reading order.
local block = {}

---Whether some of the words, patterns or lexicons stand in this text.
---@param triggers triggers
---@return boolean
function block:has(triggers) end

---Every place in this text where some of the words stand.
---@param triggers triggers
---@return hit[]
function block:find(triggers) end

---The first place in this text where some of the words stand.
---@param triggers triggers
---@return hit?
function block:first(triggers) end

---Whether this text begins with some of the words.
---@param triggers triggers
---@return boolean
function block:starts_with(triggers) end

---Makes a finding on these words.
---@param options? report_options
function block:report(options) end

---Whether some of the words stand later in the same sentence, at most so many words away.
---@param triggers triggers
---@param words? integer
---@return boolean
function block:followed_by(triggers, words) end

---Whether some of the words stand earlier in the same sentence, at most so many words away.
---@param triggers triggers
---@param words? integer
---@return boolean
function block:preceded_by(triggers, words) end

---Whether some of the words stand in the same sentence on either side, at most so many words away.
---@param triggers triggers
---@param words? integer
---@return boolean
function block:near(triggers, words) end

---A sentence, or a heading or list item without full stop.
---@class sentence
---@field text string The words, as extracted.
---@field hidden boolean Whether the words are in the source but not shown to a reader at first sight.
---@field document document The whole document.
---@field negated boolean Whether a negation governs the words (“cannot be guaranteed”).
---@field hypothetical boolean Whether the words are conditional or merely possible (“if”, “may”).
---@field quoted boolean Whether the words stand in quotation marks or a block quotation.
---@field distanced boolean Whether the text reports the words with distance (“beware of anyone who says …”).
---@field questioned boolean Whether the words stand in a question.
---@field historical boolean Whether the words speak of the past (“used to”).
---@field in_reference boolean Whether the words stand in an entry of a reference list.
---@field of_others boolean Whether the words speak of somebody else or somebody else's product (“other clinics guarantee …”).
---@field document document The whole document.
---@field sentence sentence? The sentence in which the words begin; nil between sentences.
---@field block block? The smallest block around the words.
---@field section section? The section around the words: a heading and what follows it.
---@field previous sentence? The sentence before, in whatever block.
---@field next sentence? The sentence after, in whatever block.
---@field words integer How many words it has.
---@field citations citation[] The citations in the sentence.
---@field sources citation[] The citations that stand by the sentence: in it, in its source line, or right after it.
---@field quantities quantity[] The numbers in the sentence.
---@field study study? What the sentence's own words tell of a study (“a pilot in six patients”); nil where they tell nothing.
---@field is_lead_in boolean Whether it ends in a colon.
local sentence = {}

---Whether some of the words, patterns or lexicons stand in this text.
---@param triggers triggers
---@return boolean
function sentence:has(triggers) end

---Every place in this text where some of the words stand.
---@param triggers triggers
---@return hit[]
function sentence:find(triggers) end

---The first place in this text where some of the words stand.
---@param triggers triggers
---@return hit?
function sentence:first(triggers) end

---Whether this text begins with some of the words.
---@param triggers triggers
---@return boolean
function sentence:starts_with(triggers) end

---Makes a finding on these words.
---@param options? report_options
function sentence:report(options) end

---Whether some of the words stand later in the same sentence, at most so many words away.
---@param triggers triggers
---@param words? integer
---@return boolean
function sentence:followed_by(triggers, words) end

---Whether some of the words stand earlier in the same sentence, at most so many words away.
---@param triggers triggers
---@param words? integer
---@return boolean
function sentence:preceded_by(triggers, words) end

---Whether some of the words stand in the same sentence on either side, at most so many words away.
---@param triggers triggers
---@param words? integer
---@return boolean
function sentence:near(triggers, words) end

---Whether the sentence makes a claim of a kind, at least of a strength; negated, questioned and distanced claims do not count. Kinds: efficacy (it works), cure (a disease ends), safety (it does no harm), establishment (evidence proves it), mechanism (how it works), comparison (better than another, the best), testimonial (somebody's experience), status (approved, certified, awarded), price (what it costs or saves), returns (what money earns), environmental (kind to nature). The words stand in Rules/_lexicons/assertions.txt.
---@param kind assertion_kind
---@param strength? assertion_strength
---@return boolean
function sentence:asserts(kind, strength) end

---The words that make the strongest claim of a kind.
---@param kind assertion_kind
---@return hit?
function sentence:assertion(kind) end

---What the sentence's claim of a kind is about: the words before it in its clause (“our cream” in “our cream heals”); nil where there are none or no such claim.
---@param kind assertion_kind
---@return hit?
function sentence:claims_about(kind) end

---A number with what it counts or measures.
---@class quantity
---@field text string The words, as extracted.
---@field hidden boolean Whether the words are in the source but not shown to a reader at first sight.
---@field document document The whole document.
---@field negated boolean Whether a negation governs the words (“cannot be guaranteed”).
---@field hypothetical boolean Whether the words are conditional or merely possible (“if”, “may”).
---@field quoted boolean Whether the words stand in quotation marks or a block quotation.
---@field distanced boolean Whether the text reports the words with distance (“beware of anyone who says …”).
---@field questioned boolean Whether the words stand in a question.
---@field historical boolean Whether the words speak of the past (“used to”).
---@field in_reference boolean Whether the words stand in an entry of a reference list.
---@field of_others boolean Whether the words speak of somebody else or somebody else's product (“other clinics guarantee …”).
---@field document document The whole document.
---@field sentence sentence? The sentence in which the words begin; nil between sentences.
---@field block block? The smallest block around the words.
---@field section section? The section around the words: a heading and what follows it.
---@field clause stretch The clause around the words: bounded by “;”, “:”, dashes, brackets and words such as “but”, “because”, “while”, “if”.
---@field kind quantity_kind What the number is about: only an outcome makes a claim.
---@field form quantity_form How the number is written.
---@field value number? The value: 0.489 for 48.9%, 0.7 for “7 out of 10”.
---@field upper number? The upper end of a range.
---@field denominator number? 10 in “7 out of 10”.
---@field unit string? The unit or the counted thing, as written.
---@field sources citation[] The citations that stand by the number's sentence.
local quantity = {}

---Whether some of the words, patterns or lexicons stand in this text.
---@param triggers triggers
---@return boolean
function quantity:has(triggers) end

---Every place in this text where some of the words stand.
---@param triggers triggers
---@return hit[]
function quantity:find(triggers) end

---The first place in this text where some of the words stand.
---@param triggers triggers
---@return hit?
function quantity:first(triggers) end

---Whether this text begins with some of the words.
---@param triggers triggers
---@return boolean
function quantity:starts_with(triggers) end

---Makes a finding on these words.
---@param options? report_options
function quantity:report(options) end

---Whether some of the words stand later in the same sentence, at most so many words away.
---@param triggers triggers
---@param words? integer
---@return boolean
function quantity:followed_by(triggers, words) end

---Whether some of the words stand earlier in the same sentence, at most so many words away.
---@param triggers triggers
---@param words? integer
---@return boolean
function quantity:preceded_by(triggers, words) end

---Whether some of the words stand in the same sentence on either side, at most so many words away.
---@param triggers triggers
---@param words? integer
---@return boolean
function quantity:near(triggers, words) end

---A mark or mention in the running text that points to a source.
---@class citation
---@field text string The words, as extracted.
---@field hidden boolean Whether the words are in the source but not shown to a reader at first sight.
---@field document document The whole document.
---@field negated boolean Whether a negation governs the words (“cannot be guaranteed”).
---@field hypothetical boolean Whether the words are conditional or merely possible (“if”, “may”).
---@field quoted boolean Whether the words stand in quotation marks or a block quotation.
---@field distanced boolean Whether the text reports the words with distance (“beware of anyone who says …”).
---@field questioned boolean Whether the words stand in a question.
---@field historical boolean Whether the words speak of the past (“used to”).
---@field in_reference boolean Whether the words stand in an entry of a reference list.
---@field of_others boolean Whether the words speak of somebody else or somebody else's product (“other clinics guarantee …”).
---@field document document The whole document.
---@field sentence sentence? The sentence in which the words begin; nil between sentences.
---@field block block? The smallest block around the words.
---@field section section? The section around the words: a heading and what follows it.
---@field kind citation_kind Its shape: author-year, numeric, footnote, …
---@field authors string[] Surnames, as written.
---@field year integer? The year, or the first of a range.
---@field label string? The number or mark, a footnote's label, or a link's address.
---@field resolved boolean Whether an entry, footnote, link or source line answers to it.
---@field ambiguous boolean Whether more than one entry answers to it.
---@field reference reference? The entry it points to; the first, where several answer.
---@field references reference[] Every entry that answers to it.
---@field study study? What the entry and its record tell of the evidence; nil where they tell nothing.
---@field record record? What is on record about the work cited, by its entry or by the identifier that it gives.
local citation = {}

---Whether some of the words, patterns or lexicons stand in this text.
---@param triggers triggers
---@return boolean
function citation:has(triggers) end

---Every place in this text where some of the words stand.
---@param triggers triggers
---@return hit[]
function citation:find(triggers) end

---The first place in this text where some of the words stand.
---@param triggers triggers
---@return hit?
function citation:first(triggers) end

---Whether this text begins with some of the words.
---@param triggers triggers
---@return boolean
function citation:starts_with(triggers) end

---Makes a finding on these words.
---@param options? report_options
function citation:report(options) end

---Whether some of the words stand later in the same sentence, at most so many words away.
---@param triggers triggers
---@param words? integer
---@return boolean
function citation:followed_by(triggers, words) end

---Whether some of the words stand earlier in the same sentence, at most so many words away.
---@param triggers triggers
---@param words? integer
---@return boolean
function citation:preceded_by(triggers, words) end

---Whether some of the words stand in the same sentence on either side, at most so many words away.
---@param triggers triggers
---@param words? integer
---@return boolean
function citation:near(triggers, words) end

---An entry of a reference list, or a footnote.
---@class reference
---@field text string The words, as extracted.
---@field hidden boolean Whether the words are in the source but not shown to a reader at first sight.
---@field document document The whole document.
---@field negated boolean Whether a negation governs the words (“cannot be guaranteed”).
---@field hypothetical boolean Whether the words are conditional or merely possible (“if”, “may”).
---@field quoted boolean Whether the words stand in quotation marks or a block quotation.
---@field distanced boolean Whether the text reports the words with distance (“beware of anyone who says …”).
---@field questioned boolean Whether the words stand in a question.
---@field historical boolean Whether the words speak of the past (“used to”).
---@field in_reference boolean Whether the words stand in an entry of a reference list.
---@field of_others boolean Whether the words speak of somebody else or somebody else's product (“other clinics guarantee …”).
---@field document document The whole document.
---@field sentence sentence? The sentence in which the words begin; nil between sentences.
---@field block block? The smallest block around the words.
---@field section section? The section around the words: a heading and what follows it.
---@field label string? Its number or mark; nil for an unlabelled entry.
---@field authors string[] Surnames, in order.
---@field year integer? The year of publication.
---@field title string? The work's title, as the document gives it.
---@field journal string? The journal, as written.
---@field doi string? The DOI without address and trailing punctuation.
---@field pmid string? The PubMed number.
---@field registration string? A trial's registration number, such as NCT03308565.
---@field url string? An address.
---@field is_bibliographic boolean Whether the entry names a work; false for a mere note.
---@field citations citation[] The citations that point to it.
---@field study study? What the entry's words and its record tell of the evidence; nil where they tell nothing.
---@field record record? What is on record about the work; nil where no record is known.
---@field pmcid string? PubMed Central's number.
---@field summary hit? The part that retells the work, such as an abstract.
---@field title_words hit? The title, as a place in the text.
local reference = {}

---Whether some of the words, patterns or lexicons stand in this text.
---@param triggers triggers
---@return boolean
function reference:has(triggers) end

---Every place in this text where some of the words stand.
---@param triggers triggers
---@return hit[]
function reference:find(triggers) end

---The first place in this text where some of the words stand.
---@param triggers triggers
---@return hit?
function reference:first(triggers) end

---Whether this text begins with some of the words.
---@param triggers triggers
---@return boolean
function reference:starts_with(triggers) end

---Makes a finding on these words.
---@param options? report_options
function reference:report(options) end

---Whether some of the words stand later in the same sentence, at most so many words away.
---@param triggers triggers
---@param words? integer
---@return boolean
function reference:followed_by(triggers, words) end

---Whether some of the words stand earlier in the same sentence, at most so many words away.
---@param triggers triggers
---@param words? integer
---@return boolean
function reference:preceded_by(triggers, words) end

---Whether some of the words stand in the same sentence on either side, at most so many words away.
---@param triggers triggers
---@param words? integer
---@return boolean
function reference:near(triggers, words) end

---How the title differs from the one on record; nil without record or title.
---@return title_comparison?
function reference:title_compared() end

---Where author, year, journal or identifiers differ from the record that the identifier leads to.
---@return record_difference[]
function reference:record_differences() end

---What a text tells of a study: its phase, design, size and what it measured.
---@class study
---@field phase number? 1, 1.5 for phase I/II, 2, …; nil where not told.
---@field phase_text string? The phase as written.
---@field designs string[] The designs told, such as “pilot study”, in the order of the text.
---@field size integer? Number of people or animals.
---@field pooled_studies integer? How many studies a meta-analysis or review pools.
---@field endpoints string[] What it was made to measure: safety, efficacy.
---@field blinding string? open, single, double or triple; nil where not told.
---@field species string[] The animals that were looked at, as plurals (“mice”); empty for people.
---@field is_early boolean Whether it is evidence of a kind that cannot carry a conclusion about benefit: phase 0 or I, pilot, uncontrolled, animal, in vitro, …
---@field description string In words with article: “a phase I pilot study of 9 people”.
local study = {}

---Whether such a study can carry a conclusion about an endpoint; nil where the text does not tell.
---@param endpoint study_endpoint
---@return boolean?
function study:supports(endpoint) end

---Words that lead somewhere.
---@class link
---@field text string The words, as extracted.
---@field hidden boolean Whether the words are in the source but not shown to a reader at first sight.
---@field document document The whole document.
---@field negated boolean Whether a negation governs the words (“cannot be guaranteed”).
---@field hypothetical boolean Whether the words are conditional or merely possible (“if”, “may”).
---@field quoted boolean Whether the words stand in quotation marks or a block quotation.
---@field distanced boolean Whether the text reports the words with distance (“beware of anyone who says …”).
---@field questioned boolean Whether the words stand in a question.
---@field historical boolean Whether the words speak of the past (“used to”).
---@field in_reference boolean Whether the words stand in an entry of a reference list.
---@field of_others boolean Whether the words speak of somebody else or somebody else's product (“other clinics guarantee …”).
---@field document document The whole document.
---@field sentence sentence? The sentence in which the words begin; nil between sentences.
---@field block block? The smallest block around the words.
---@field section section? The section around the words: a heading and what follows it.
---@field target string The address, as written.
local link = {}

---Whether some of the words, patterns or lexicons stand in this text.
---@param triggers triggers
---@return boolean
function link:has(triggers) end

---Every place in this text where some of the words stand.
---@param triggers triggers
---@return hit[]
function link:find(triggers) end

---The first place in this text where some of the words stand.
---@param triggers triggers
---@return hit?
function link:first(triggers) end

---Whether this text begins with some of the words.
---@param triggers triggers
---@return boolean
function link:starts_with(triggers) end

---Makes a finding on these words.
---@param options? report_options
function link:report(options) end

---Whether some of the words stand later in the same sentence, at most so many words away.
---@param triggers triggers
---@param words? integer
---@return boolean
function link:followed_by(triggers, words) end

---Whether some of the words stand earlier in the same sentence, at most so many words away.
---@param triggers triggers
---@param words? integer
---@return boolean
function link:preceded_by(triggers, words) end

---Whether some of the words stand in the same sentence on either side, at most so many words away.
---@param triggers triggers
---@param words? integer
---@return boolean
function link:near(triggers, words) end

---An image with alternative text, which is its text here.
---@class image
---@field text string The words, as extracted.
---@field hidden boolean Whether the words are in the source but not shown to a reader at first sight.
---@field document document The whole document.
---@field negated boolean Whether a negation governs the words (“cannot be guaranteed”).
---@field hypothetical boolean Whether the words are conditional or merely possible (“if”, “may”).
---@field quoted boolean Whether the words stand in quotation marks or a block quotation.
---@field distanced boolean Whether the text reports the words with distance (“beware of anyone who says …”).
---@field questioned boolean Whether the words stand in a question.
---@field historical boolean Whether the words speak of the past (“used to”).
---@field in_reference boolean Whether the words stand in an entry of a reference list.
---@field of_others boolean Whether the words speak of somebody else or somebody else's product (“other clinics guarantee …”).
---@field document document The whole document.
---@field sentence sentence? The sentence in which the words begin; nil between sentences.
---@field block block? The smallest block around the words.
---@field section section? The section around the words: a heading and what follows it.
---@field source string? The image's address.
local image = {}

---Whether some of the words, patterns or lexicons stand in this text.
---@param triggers triggers
---@return boolean
function image:has(triggers) end

---Every place in this text where some of the words stand.
---@param triggers triggers
---@return hit[]
function image:find(triggers) end

---The first place in this text where some of the words stand.
---@param triggers triggers
---@return hit?
function image:first(triggers) end

---Whether this text begins with some of the words.
---@param triggers triggers
---@return boolean
function image:starts_with(triggers) end

---Makes a finding on these words.
---@param options? report_options
function image:report(options) end

---Whether some of the words stand later in the same sentence, at most so many words away.
---@param triggers triggers
---@param words? integer
---@return boolean
function image:followed_by(triggers, words) end

---Whether some of the words stand earlier in the same sentence, at most so many words away.
---@param triggers triggers
---@param words? integer
---@return boolean
function image:preceded_by(triggers, words) end

---Whether some of the words stand in the same sentence on either side, at most so many words away.
---@param triggers triggers
---@param words? integer
---@return boolean
function image:near(triggers, words) end

---A place where words that a rule looks for stand.
---@class hit
---@field text string The words, as extracted.
---@field hidden boolean Whether the words are in the source but not shown to a reader at first sight.
---@field document document The whole document.
---@field negated boolean Whether a negation governs the words (“cannot be guaranteed”).
---@field hypothetical boolean Whether the words are conditional or merely possible (“if”, “may”).
---@field quoted boolean Whether the words stand in quotation marks or a block quotation.
---@field distanced boolean Whether the text reports the words with distance (“beware of anyone who says …”).
---@field questioned boolean Whether the words stand in a question.
---@field historical boolean Whether the words speak of the past (“used to”).
---@field in_reference boolean Whether the words stand in an entry of a reference list.
---@field of_others boolean Whether the words speak of somebody else or somebody else's product (“other clinics guarantee …”).
---@field document document The whole document.
---@field sentence sentence? The sentence in which the words begin; nil between sentences.
---@field block block? The smallest block around the words.
---@field section section? The section around the words: a heading and what follows it.
---@field trigger string The phrase or pattern of the rule that matched.
---@field captures (string|false)[] What the pattern's groups matched; false for a group that took no part.
---@field before string The text of the same sentence before the hit.
---@field after string The text of the same sentence after the hit.
---@field clause stretch The clause around the words: bounded by “;”, “:”, dashes, brackets and words such as “but”, “because”, “while”, “if”.
---@field claim stretch The clause together with what the hit is about, where that reaches into another clause (“guarantee that you …”).
---@field subject stretch? The words before the hit in its clause; nil where there are none.
---@field object stretch? What the hit is about: what follows an active verb or a participle before its noun (“guarantee delivery”), the subject of a passive one (“delivery is guaranteed”), what stands before one set behind (“No pain – guaranteed”).
local hit = {}

---Whether some of the words, patterns or lexicons stand in this text.
---@param triggers triggers
---@return boolean
function hit:has(triggers) end

---Every place in this text where some of the words stand.
---@param triggers triggers
---@return hit[]
function hit:find(triggers) end

---The first place in this text where some of the words stand.
---@param triggers triggers
---@return hit?
function hit:first(triggers) end

---Whether this text begins with some of the words.
---@param triggers triggers
---@return boolean
function hit:starts_with(triggers) end

---Makes a finding on these words.
---@param options? report_options
function hit:report(options) end

---Whether some of the words stand later in the same sentence, at most so many words away.
---@param triggers triggers
---@param words? integer
---@return boolean
function hit:followed_by(triggers, words) end

---Whether some of the words stand earlier in the same sentence, at most so many words away.
---@param triggers triggers
---@param words? integer
---@return boolean
function hit:preceded_by(triggers, words) end

---Whether some of the words stand in the same sentence on either side, at most so many words away.
---@param triggers triggers
---@param words? integer
---@return boolean
function hit:near(triggers, words) end

---Whether some of the words stand in what the hit is about: its object, its complement (“is guaranteed to work”) or its modifiers (“money-back guarantee”).
---@param triggers triggers
---@return boolean
function hit:governs(triggers) end

---A part of a sentence: a clause, or what a word in it is about.
---@class stretch
---@field text string The words, as extracted.
---@field hidden boolean Whether the words are in the source but not shown to a reader at first sight.
---@field document document The whole document.
---@field negated boolean Whether a negation governs the words (“cannot be guaranteed”).
---@field hypothetical boolean Whether the words are conditional or merely possible (“if”, “may”).
---@field quoted boolean Whether the words stand in quotation marks or a block quotation.
---@field distanced boolean Whether the text reports the words with distance (“beware of anyone who says …”).
---@field questioned boolean Whether the words stand in a question.
---@field historical boolean Whether the words speak of the past (“used to”).
---@field in_reference boolean Whether the words stand in an entry of a reference list.
---@field of_others boolean Whether the words speak of somebody else or somebody else's product (“other clinics guarantee …”).
---@field document document The whole document.
---@field sentence sentence? The sentence in which the words begin; nil between sentences.
---@field block block? The smallest block around the words.
---@field section section? The section around the words: a heading and what follows it.
local stretch = {}

---Whether some of the words, patterns or lexicons stand in this text.
---@param triggers triggers
---@return boolean
function stretch:has(triggers) end

---Every place in this text where some of the words stand.
---@param triggers triggers
---@return hit[]
function stretch:find(triggers) end

---The first place in this text where some of the words stand.
---@param triggers triggers
---@return hit?
function stretch:first(triggers) end

---Whether this text begins with some of the words.
---@param triggers triggers
---@return boolean
function stretch:starts_with(triggers) end

---Makes a finding on these words.
---@param options? report_options
function stretch:report(options) end

---Whether some of the words stand later in the same sentence, at most so many words away.
---@param triggers triggers
---@param words? integer
---@return boolean
function stretch:followed_by(triggers, words) end

---Whether some of the words stand earlier in the same sentence, at most so many words away.
---@param triggers triggers
---@param words? integer
---@return boolean
function stretch:preceded_by(triggers, words) end

---Whether some of the words stand in the same sentence on either side, at most so many words away.
---@param triggers triggers
---@param words? integer
---@return boolean
function stretch:near(triggers, words) end

---A regular expression, made with pattern [[…]].
---@class pattern
local pattern = {}

---A word list, taken with lexicon "name".
---@class lexicon
local lexicon = {}

---What is on record about a published work or registered trial, from outside the document.
---@class record
---@field kind "article"|"registration" A published work, or a trial's entry in a register.
---@field title string? The true title.
---@field authors string[] Surnames, in order.
---@field year integer? The year of publication.
---@field journal string? The journal's name.
---@field volume string? The volume.
---@field pages string? Pages or article number.
---@field doi string? The DOI, in lower case.
---@field pmid string? The PubMed number.
---@field registration string? A trial's registration number.
---@field design string? The first of the designs.
---@field designs string[] As in a study.
---@field phase number? As in a study.
---@field size integer? Number of people or animals.
---@field conclusion string? What the authors conclude, in a sentence.
---@field harms string? What went wrong in the study, in a sentence.
---@field harm_terms string[] The harms by name, as phrases to look for.
---@field retracted boolean Whether the work was retracted.
---@field concern boolean Whether its journal has expressed concern.
---@field retraction_date string? YYYY-MM-DD, or its beginning.
---@field retraction_reason string? Why.
---@field retraction_source string? Who says so.
---@field source string? Where the facts come from.
---@field checked string? The day they were taken from there.
---@field study study? What the record tells of the study; nil where it tells nothing.
local record = {}

---A DOI, PubMed or trial number, ISBN or ISSN in the text.
---@class identifier
---@field text string The words, as extracted.
---@field hidden boolean Whether the words are in the source but not shown to a reader at first sight.
---@field document document The whole document.
---@field negated boolean Whether a negation governs the words (“cannot be guaranteed”).
---@field hypothetical boolean Whether the words are conditional or merely possible (“if”, “may”).
---@field quoted boolean Whether the words stand in quotation marks or a block quotation.
---@field distanced boolean Whether the text reports the words with distance (“beware of anyone who says …”).
---@field questioned boolean Whether the words stand in a question.
---@field historical boolean Whether the words speak of the past (“used to”).
---@field in_reference boolean Whether the words stand in an entry of a reference list.
---@field of_others boolean Whether the words speak of somebody else or somebody else's product (“other clinics guarantee …”).
---@field document document The whole document.
---@field sentence sentence? The sentence in which the words begin; nil between sentences.
---@field block block? The smallest block around the words.
---@field section section? The section around the words: a heading and what follows it.
---@field kind string DOI, PMID, PMCID, NCT, EudraCT, ISRCTN, ISBN or ISSN.
---@field value string The identifier alone, as written.
---@field problem string? What is wrong with its form; nil where nothing is.
local identifier = {}

---Whether some of the words, patterns or lexicons stand in this text.
---@param triggers triggers
---@return boolean
function identifier:has(triggers) end

---Every place in this text where some of the words stand.
---@param triggers triggers
---@return hit[]
function identifier:find(triggers) end

---The first place in this text where some of the words stand.
---@param triggers triggers
---@return hit?
function identifier:first(triggers) end

---Whether this text begins with some of the words.
---@param triggers triggers
---@return boolean
function identifier:starts_with(triggers) end

---Makes a finding on these words.
---@param options? report_options
function identifier:report(options) end

---Whether some of the words stand later in the same sentence, at most so many words away.
---@param triggers triggers
---@param words? integer
---@return boolean
function identifier:followed_by(triggers, words) end

---Whether some of the words stand earlier in the same sentence, at most so many words away.
---@param triggers triggers
---@param words? integer
---@return boolean
function identifier:preceded_by(triggers, words) end

---Whether some of the words stand in the same sentence on either side, at most so many words away.
---@param triggers triggers
---@param words? integer
---@return boolean
function identifier:near(triggers, words) end

---A place where the text says, or nearly says, what has been approved.
---@class claim
---@field text string The words, as extracted.
---@field hidden boolean Whether the words are in the source but not shown to a reader at first sight.
---@field document document The whole document.
---@field negated boolean Whether a negation governs the words (“cannot be guaranteed”).
---@field hypothetical boolean Whether the words are conditional or merely possible (“if”, “may”).
---@field quoted boolean Whether the words stand in quotation marks or a block quotation.
---@field distanced boolean Whether the text reports the words with distance (“beware of anyone who says …”).
---@field questioned boolean Whether the words stand in a question.
---@field historical boolean Whether the words speak of the past (“used to”).
---@field in_reference boolean Whether the words stand in an entry of a reference list.
---@field of_others boolean Whether the words speak of somebody else or somebody else's product (“other clinics guarantee …”).
---@field document document The whole document.
---@field sentence sentence? The sentence in which the words begin; nil between sentences.
---@field block block? The smallest block around the words.
---@field section section? The section around the words: a heading and what follows it.
---@field kind "exact"|"near" Whether the words are the approved ones.
---@field id string The claim's id in the library.
---@field wording string The approved words.
---@field differences string[] Each difference in words: “rapid” for “gradual”, “may” left out, “fully” added.
---@field product string? The product it is approved for.
---@field markets string[] The markets it is approved for; empty for all.
---@field owner string? Who answers for it.
---@field substantiation string[] What it rests on.
---@field valid_from string? YYYY-MM-DD.
---@field valid_until string? YYYY-MM-DD; the last day of approval.
---@field expired boolean Whether its approval had ended on the day of the check.
---@field not_yet_valid boolean Whether its approval had not begun on the day of the check.
---@field note string? Words that must stand in the same document.
---@field note_present boolean Whether the note stands in the document, or there is none.
---@field market_fits boolean Whether the document's market, if it names one, is among the claim's.
local claim = {}

---Whether some of the words, patterns or lexicons stand in this text.
---@param triggers triggers
---@return boolean
function claim:has(triggers) end

---Every place in this text where some of the words stand.
---@param triggers triggers
---@return hit[]
function claim:find(triggers) end

---The first place in this text where some of the words stand.
---@param triggers triggers
---@return hit?
function claim:first(triggers) end

---Whether this text begins with some of the words.
---@param triggers triggers
---@return boolean
function claim:starts_with(triggers) end

---Makes a finding on these words.
---@param options? report_options
function claim:report(options) end

---Whether some of the words stand later in the same sentence, at most so many words away.
---@param triggers triggers
---@param words? integer
---@return boolean
function claim:followed_by(triggers, words) end

---Whether some of the words stand earlier in the same sentence, at most so many words away.
---@param triggers triggers
---@param words? integer
---@return boolean
function claim:preceded_by(triggers, words) end

---Whether some of the words stand in the same sentence on either side, at most so many words away.
---@param triggers triggers
---@param words? integer
---@return boolean
function claim:near(triggers, words) end

