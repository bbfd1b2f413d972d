import ContentModel
import Testing

@testable import Analysis

@Suite("Quantities")
struct QuantityTests {
  /// A text and its quantities as `span=form/kind/value`, `a..b` for a range, `-` where there is no value.
  static let cases: [(String, String)] = [
    // Outcomes in per cent.
    ("78% of patients regain speech", "78%=percent/outcome/0.78"), ("Approximately 48.9% improved", "48.9%=percent/outcome/0.489"),
    ("48,9 % of users improved", "48,9 %=percent/outcome/0.489"), ("Ninety-three per cent agreed", "Ninety-three per cent=percent/outcome/0.93"),
    ("pain fell by 40 percent", "40 percent=percent/outcome/0.4"), ("up by 5 percentage points", "5 percentage points=percent/outcome/0.05"),
    ("Our plates have a 55% smaller footprint", "55%=percent/outcome/0.55"), ("99.9% accurate", "99.9%=percent/outcome/0.999"),
    ("a success rate of 95%", "95%=percent/outcome/0.95"), ("up to 40% a month", "40%=percent/outcome/0.4"), ("100% effective", "100%=percent/outcome/1"),
    ("98% satisfaction", "98%=percent/outcome/0.98"), ("reduces wrinkles by 30–40%", "30–40%=percent/outcome/0.3..0.4"),
    ("40% to 60% less pain", "40% to 60%=percent/outcome/0.4..0.6"), ("kills 99.99% of bacteria", "99.99%=percent/outcome/0.9999"),
    ("uses 30% less energy", "30%=percent/outcome/0.3"), ("saves 30% energy", "30%=percent/outcome/0.3"), ("lose 10% body fat", "10%=percent/outcome/0.1"),
    ("between 20% and 30% recover", "20% and 30%=percent/outcome/0.2..0.3"), ("100% of patients walked", "100%=percent/outcome/1"),
    ("48.9 ± 3.2% improved", "48.9 ± 3.2%=percent/outcome/0.489"),
    // Per cent that claim nothing.
    ("14% protein", "14%=percent/measure/0.14"), ("made from 100% cotton", "100%=percent/measure/1"), ("with 5% niacinamide", "5%=percent/measure/0.05"),
    ("made with 60% post-consumer fibre", "60%=percent/measure/0.6"), ("contains 20% juice", "20%=percent/measure/0.2"),
    ("100% natural", "100%=percent/count/1"), ("100 % committed to you", "100 %=percent/count/1"), ("20% off today", "20%=percent/price/0.2"),
    ("Save 20% on all orders", "20%=percent/price/0.2"), ("a 5% interest rate", "5%=percent/price/0.05"), ("plus 19% VAT", "19%=percent/price/0.19"),
    ("(95% CI 40.8–56.9)", "95%=percent/count/0.95; 40.8–56.9=plain/count/40.8..56.9"), ("60% were women", "60%=percent/count/0.6"),
    ("12% of adults suffer from migraine", "12%=percent/count/0.12"), ("13% alcohol by volume", "13%=percent/measure/0.13"),
    ("a 10% discount", "10%=percent/price/0.1"),
    ("(107 % NRV)", "107 %=percent/measure/1.07"), ("and 1 % zinc", "1 %=percent/measure/0.01"), ("earn 7% of what they lend", "7%=percent/price/0.07"),
    ("wrinkle depth down a third in six weeks", "a third=fraction/outcome/0.3333; six weeks=plain/duration/6"),
    ("emits half the carbon of the old one", "half=fraction/outcome/0.5"), ("We have taught 3,200 children to read", "3,200=plain/outcome/3200"),
    // Ratios.
    ("7 out of 10 patients improved", "7 out of 10=ratio/outcome/0.7"), ("nine out of ten dentists agree", "nine out of ten=ratio/outcome/0.9"),
    ("7 of 10 patients", "7 of 10=ratio/outcome/0.7"), ("8 of the 10 patients walked", "8 of the 10=ratio/outcome/0.8"),
    ("up on 364 of the last 365 days", "364 of the last 365=ratio/outcome/0.9973"), ("seven in ten users", "seven in ten=ratio/outcome/0.7"),
    ("7/10 patients", "7/10=ratio/outcome/0.7"), ("rated 4.8 out of 5", "4.8 out of 5=ratio/outcome/0.96"),
    ("one in five adults suffers from back pain", "one in five=ratio/count/0.2"), ("step 2 of 5", "2 of 5=ratio/ordinal/0.4"),
    ("a 2 in 1 shampoo", "2=plain/count/2; 1=plain/count/1"), ("open 24/7", "24/7=plain/identifier/-"), ("the 100/3 guideline", "100/3=plain/identifier/-"),
    ("a blood pressure of 120/80", "120/80=plain/measure/-"),
    // Fractions.
    ("nearly half of all treated patients", "half=fraction/outcome/0.5"), ("two thirds of users slept better", "two thirds=fraction/outcome/0.6667"),
    ("three-quarters of the patients", "three-quarters=fraction/outcome/0.75"), ("a quarter of our clients recovered", "a quarter=fraction/outcome/0.25"),
    ("cut pain by half", "half=fraction/outcome/0.5"), ("half an hour", "half=fraction/duration/0.5"), ("half a tablet", "half=fraction/dose/0.5"),
    ("at half the price", "half=fraction/price/0.5"), ("½ teaspoon", "½=fraction/dose/0.5"), ("reduced by a third", "a third=fraction/outcome/0.3333"),
    ("a third party", "third=plain/ordinal/3"), ("a half-marathon", ""), ("one third of women", "one third=fraction/outcome/0.3333"),
    // Multiples.
    ("three times more effective", "three times=multiple/outcome/3"), ("3x faster", "3x=multiple/outcome/3"), ("a 2-fold increase", "2-fold=multiple/outcome/2"),
    ("twice as fast", "twice=multiple/outcome/2"), ("doubles your energy", "doubles=multiple/outcome/2"), ("risk was halved", "halved=multiple/outcome/0.5"),
    ("a tenfold gain", "tenfold=multiple/outcome/10"), ("ten times stronger", "ten times=multiple/outcome/10"), ("twice a day", "twice a day=multiple/dose/2"),
    ("three times daily", "three times daily=multiple/dose/3"), ("once a week", "once a week=multiple/dose/1"), ("a double-blind trial", ""),
    ("a double room", ""), ("tested three times", "three times=multiple/count/3"), ("We tripled our sales", "tripled=multiple/outcome/3"),
    ("it will double your income", "double=multiple/outcome/2"), ("2 × as strong", "2 ×=multiple/outcome/2"),
    // Effects in other units.
    ("Users lose 30.5 pounds in six months", "30.5 pounds=plain/outcome/30.5; six months=plain/duration/6"),
    ("Skin is 3 shades lighter in ten days", "3=plain/outcome/3; ten days=plain/duration/10"), ("look 10 years younger", "10 years=plain/outcome/10"),
    ("helped 41,000 people get better", "41,000=plain/outcome/41000"), ("10,000 happy customers", "10,000=plain/outcome/10000"),
    ("41 000 people trust us", "41 000=plain/outcome/41000"), ("a 5-star rating", "5-star=plain/outcome/5"), ("two days faster", "two days=plain/outcome/2"),
    ("Goodbye, 92 pounds!", "92 pounds=plain/outcome/92"), ("drop 3 dress sizes", "3=plain/outcome/3"), ("scores rose by 12 points", "12=plain/outcome/12"),
    ("over 500 patients treated successfully", "500=plain/outcome/500"), ("saves 300 litres of water", "300 litres=plain/outcome/300"),
    ("two million customers trust us", "two million=plain/outcome/2000000"),
    // Study sizes.
    ("The trial included 10 patients", "10=plain/sampleSize/10"), ("a study of nine people", "nine=plain/sampleSize/9"), ("(n = 20)", "20=plain/sampleSize/20"),
    ("pooled 62 studies comprising 2,439 patients", "62=plain/sampleSize/62; 2,439=plain/sampleSize/2439"),
    ("A pilot in one office with 14 colleagues", "14=plain/sampleSize/14"), ("in 24 mice", "24=plain/sampleSize/24"), ("30 healthy volunteers", "30=plain/sampleSize/30"),
    ("a survey of 500 users", "500=plain/sampleSize/500"), ("twelve people work here", "twelve=plain/count/12"),
    // Doses, times, prices.
    ("50 mg per day", "50 mg=plain/dose/50"), ("50mg tablets", "50mg=plain/dose/50"), ("2.5 ml", "2.5 ml=plain/dose/2.5"), ("two scoops", "two scoops=plain/dose/2"),
    ("three injections of 100 × 10⁶ cells", "three injections=plain/dose/3; 100 × 10⁶ cells=plain/dose/100000000"), ("100 million cells", "100 million cells=plain/dose/100000000"),
    ("Use two shakes per plate", "two shakes=plain/dose/2"), ("take 5 g daily", "5 g=plain/dose/5"), ("steep 1–2 bags for 5 minutes", "1–2 bags=plain/dose/1..2; 5 minutes=plain/duration/5"),
    ("for 24 to 72 hours", "24 to 72 hours=plain/duration/24..72"), ("a 30-day supply", "30-day=plain/duration/30"), ("3–5 days", "3–5 days=plain/duration/3..5"),
    ("in two more weeks", "two more weeks=plain/duration/2"), ("30 years of experience", "30 years=plain/duration/30"), ("$49.99", "$49.99=plain/price/49.99"),
    ("£1,200", "£1,200=plain/price/1200"), ("49 €", "49 €=plain/price/49"), ("costs 20 dollars", "20 dollars=plain/price/20"), ("earn 500 pounds", "500 pounds=plain/price/500"),
    ("€1.5 million", "€1.5 million=plain/price/1500000"),
    // Dates.
    ("in 2020", "2020=plain/date/2020"), ("since 1998", "1998=plain/date/1998"), ("on 12 March 2020", "12 March 2020=plain/date/-"),
    ("March 12, 2020", "12, 2020=plain/date/-"), ("2020–2024", "2020–2024=plain/date/2020..2024"), ("at 10:30", "10:30=plain/date/-"), ("open until 6 pm", "6 pm=plain/date/-"),
    ("Climate positive by 2030", "2030=plain/date/2030"), ("(Liu, 2025)", "2025=plain/date/2025"), ("in the 1990s", "1990s=plain/date/-"), ("9 a.m. sharp", "9 a.m=plain/date/-"),
    ("12/05/2020", "12/05/2020=plain/date/-"),
    // Identifiers, ordinals, measures, ages, counts.
    ("doi 10.1016/j.jcyt.2016.01.004", "10.1016/j.jcyt.2016.01.004=plain/identifier/-"), ("PMID 26971680", "26971680=plain/identifier/-"), ("NCT03308565", "NCT03308565=plain/identifier/-"), ("published 2021-04-12", "2021-04-12=plain/date/-"), ("EU 2017/745", "2017/745=plain/identifier/-"),
    ("women over fifty", "fifty=plain/age/50"), ("Anna, 43, Leeds", "43=plain/age/43"), ("2 439 participants in the study", "2 439=plain/sampleSize/2439"),
    ("cholesterol fell by 30 mg/dl", "30 mg/dl=plain/outcome/30"), ("scores dropped from 7.2 to 3.1", "7.2=plain/outcome/7.2; 3.1=plain/outcome/3.1"),
    ("in a week", "a week=plain/duration/1"), ("winter 2019/2020", "2019/2020=plain/date/2019..2020"), ("15% of the population", "15%=percent/count/0.15"),
    ("ISO 9001", "9001=plain/identifier/-"), ("EN 13432", "13432=plain/identifier/-"), ("Call 0800 123 456", "0800 123 456=plain/identifier/-"),
    ("15:2201", "15:2201=plain/identifier/-"), ("Cytotherapy, 18:518–522.", "18:518–522=plain/identifier/-"), ("COVID-19", "19=plain/identifier/-"),
    ("omega-3 oil", "3=plain/identifier/-"), ("https://x.example/a/123/b", "123/b=plain/identifier/-"), ("version 2.1", "2.1=plain/identifier/-"), ("v 1.2.3", "1.2.3=plain/identifier/-"),
    ("our No. 1 choice", "1=plain/ordinal/1"), ("the #1 brand", "1=plain/ordinal/1"), ("number one", "one=plain/ordinal/1"), ("the 2nd visit", "2nd=plain/ordinal/2"),
    ("for the first time", "first=plain/ordinal/1"), ("chapter 3", "3=plain/ordinal/3"), ("phase 2", "2=plain/ordinal/2"), ("18 cm", "18 cm=plain/measure/18"),
    ("25 degrees", "25 degrees=plain/measure/25"), ("25 °C", "25 °C=plain/measure/25"), ("a 2 kg bag", "2 kg=plain/measure/2"), ("5 km away", "5 km=plain/measure/5"),
    ("aged 30", "30=plain/age/30"), ("18 years old", "18 years old=plain/age/18"), ("a 70-year-old man", "70-year-old=plain/age/70"), ("ages 8 to 12", "8 to 12=plain/age/8..12"),
    ("50 plates per sleeve", "50=plain/count/50"), ("four languages", "four=plain/count/4"), ("fifty states", "fifty=plain/count/50"), ("two hundred and fifty pieces", "two hundred and fifty=plain/count/250"),
    ("5 left in stock", "5=plain/count/5"), ("no numbers here", ""), ("one of the best", ""),
    ("Half price this weekend", "Half=fraction/price/0.5"), ("as shown [3]", "3=plain/identifier/-"), ("1) Cells", "1=plain/ordinal/1"),
    ("from 2 to 4 am", "2 to 4 am=plain/date/2..4"), ("firm number 000000", "000000=plain/identifier/0"), ("21 or older", "21 or older=plain/age/21"),
    ("(p < 0.05)", "0.05=plain/count/0.05"),
  ]

  @Test("numbers are read with their form, kind and value", arguments: cases)
  func quantities(text: String, expected: String) {
    let analysis = AnalysedText.leaf(text)
    let found = analysis.quantities.map { quantity in
      let value = quantity.value.map { Self.number($0) + (quantity.upper.map { ".." + Self.number($0) } ?? "") } ?? "-"
      return "\(analysis.document.text(quantity.span))=\(quantity.form)/\(quantity.kind)/\(value)"
    }
    #expect(found.joined(separator: "; ") == expected)
  }

  /// At most four digits behind the point.
  private static func number(_ value: Double) -> String {
    let rounded = (value * 10_000).rounded() / 10_000
    return rounded == rounded.rounded() && rounded < 1e15 ? "\(Int(rounded))" : "\(rounded)"
  }

  @Test("the counted thing is the unit")
  func units() {
    let analysis = AnalysedText.analysis("50 mg\n7 out of 10 patients\n48%\n12 weeks\n9 healthy volunteers\n4 languages")
    #expect(analysis.quantities.map(\.unit) == ["mg", "patients", "%", "weeks", "volunteers", "languages"])
    #expect(analysis.quantities[1].denominator == 10)
  }

  @Test("any run of digits and signs can be read")
  func hostile() {
    let alphabet = ["1", "9,", "0.", "%", "$", " ", "×", "10⁶", "million ", "ninety ", "and ", "–", "/", "of ", "½", "±", "x", ":", "mg ", "e", "\u{A0}000", "+"]
    var state: UInt32 = 5
    for _ in 0..<20 {
      var text = ""
      for _ in 0..<300 {
        state = state &* 1_664_525 &+ 1_013_904_223
        text += alphabet[Int(state >> 16) % alphabet.count]
      }
      let analysis = AnalysedText.leaf(text)
      #expect(analysis.quantities.allSatisfy { $0.span.end <= text.utf8.count })
    }
    for run in ["9", "9,9", "1 ", "million ", "ninety-", "1/", "1 of ", "$", "10⁶ × ", "hundred thousand "] {
      _ = AnalysedText.leaf(String(repeating: run, count: 3_000)).quantities
    }
  }
}
