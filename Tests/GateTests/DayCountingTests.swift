import Analysis
import Gate
import Testing

@Suite("Days, counted")
struct DayCountingTests {
  @Test("every day has the number behind that of the day before, and is found by it")
  func roundTrip() throws {
    var previous = try #require(Day("1899-12-31")).number
    var days = 0
    for year in 1900...2101 {
      for month in 1...12 {
        for day in 1...31 {
          guard let date = Day(year: year, month: month, day: day) else { continue }
          #expect(date.number == previous + 1)
          #expect(Day(number: date.number) == date)
          previous = date.number
          days += 1
        }
      }
    }
    #expect(days == 73_779)
  }

  @Test("there is none before the year 1 or behind the year 9999")
  func ends() throws {
    let (first, last) = (try #require(Day("0001-01-01")).number, try #require(Day("9999-12-31")).number)
    #expect(Day(number: first)?.description == "0001-01-01")
    #expect(Day(number: last)?.description == "9999-12-31")
    #expect(Day(number: first - 1) == nil && Day(number: last + 1) == nil && Day(number: -1) == nil)
  }
}
