package import Analysis

/// Differences of days (H. Hinnant, chrono-compatible date algorithms).
extension Day {
  /// Days since 1 March of the year 0 in the Gregorian calendar.
  package var number: Int {
    let year = month <= 2 ? self.year - 1 : self.year
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return 365 * year + year / 4 - year / 100 + year / 400 + dayOfYear
  }

  /// The day of a number as ``number`` gives it; nil outside of the years 1 to 9999.
  package init?(number: Int) {
    guard number >= 0 else { return nil }
    let era = number / 146_097
    let dayOfEra = number % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * dayOfYear + 2) / 153
    let month = part < 10 ? part + 3 : part - 9
    self.init(year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month: month, day: dayOfYear - (153 * part + 2) / 5 + 1)
  }
}
