import Spelling

/// The candidate nearest to a misspelt word, if one is near.
func suggestion(for word: String, among candidates: some Sequence<String>) -> String? {
  nearestWord(to: word, among: candidates)
}
