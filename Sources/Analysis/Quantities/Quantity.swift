package import ContentModel

/// A number with what it counts or measures.
package struct Quantity: Sendable, Equatable {
  /// How the number is written.
  package enum Form: String, Sendable, CaseIterable {
    /// `48.9%`, `ninety per cent`
    case percent
    /// `7 out of 10`, `7 of 10`, `seven in ten`, `7/10`
    case ratio
    /// `nearly half`, `two thirds`, `a quarter of`
    case fraction
    /// `three times`, `2-fold`, `twice`, `doubles`, `halves`
    case multiple
    /// Any other number in digits or words.
    case plain
  }

  /// What the number is about. Only some kinds make a claim.
  package enum Kind: String, Sendable, CaseIterable {
    /// An effect, a rate of success, accuracy, satisfaction, a comparison, a track record.
    case outcome
    /// How many people, animals or studies were looked at.
    case sampleSize = "sample-size"
    case dose, duration, price, date, identifier
    /// A count of things that claims nothing: sites, languages, pieces in a box.
    case count
    /// `first`, `2nd`, `chapter 3`
    case ordinal
    /// A length, weight, temperature, … of a thing.
    case measure
    /// A person's or thing's age.
    case age
  }

  package var span: Span
  package var form: Form
  package var kind: Kind
  /// The value as a plain number: `0.489` for `48.9%`, `0.7` for `7 out of 10`, `3` for `three times`. Nil where words give none (`many`).
  package var value: Double?
  /// The upper end of a range (`3–5`), where there is one.
  package var upper: Double?
  /// `10` in `7 out of 10`.
  package var denominator: Double?
  /// The unit or the counted thing as written: `mg`, `patients`, `%`, `weeks`.
  package var unit: String?

  package init(
    span: Span, form: Form, kind: Kind, value: Double? = nil, upper: Double? = nil, denominator: Double? = nil,
    unit: String? = nil
  ) {
    self.span = span
    self.form = form
    self.kind = kind
    self.value = value
    self.upper = upper
    self.denominator = denominator
    self.unit = unit
  }
}
