import ContentModel
import Testing

@testable import Analysis

@Suite("Languages")
struct LanguageTests {
  @Test(
    "the language of running text is recognised",
    arguments: [
      ("en", "We make a cream for dry skin. It is made by hand in our small workshop, and we send it to you within three days of your order."),
      ("en", "Dr. Ottavio Brambilla and Mme. Lefèvre of Clinique du Lac have been with us since 2004; they are the authors of the book that you can buy at the desk."),
      ("en", "MORE STRENGTH. More sensation. The cells are taken from your own body, and they are then multiplied in the laboratory so that they can be given back to you."),
      ("de", "Unsere Creme ist für trockene Haut und wird in einer kleinen Werkstatt von Hand gemacht. Wir senden sie Ihnen innerhalb von drei Tagen nach der Bestellung zu."),
      ("de", "Die Behandlung wird von den Krankenkassen nicht bezahlt, aber wir beraten Sie gern über die Kosten und die Möglichkeiten einer Ratenzahlung in der Praxis."),
      ("fr", "Notre crème est faite à la main dans un petit atelier et nous vous la livrons en trois jours. Elle est pour les peaux sèches et ne contient pas de parfum."),
      ("es", "Nuestra crema está hecha a mano en un pequeño taller y la enviamos a su casa en tres días. Es para la piel seca y no contiene perfume ni alcohol."),
      ("it", "La nostra crema è fatta a mano in un piccolo laboratorio e la spediamo a casa in tre giorni. Non contiene profumo ed è per la pelle secca di tutti."),
      ("nl", "Onze crème wordt met de hand gemaakt in een kleine werkplaats en wij sturen het pakje binnen drie dagen naar uw huis. Het is voor de droge huid en zonder parfum."),
      ("pt", "O nosso creme é feito à mão em uma pequena oficina e é enviado para a sua casa em três dias. Não contém perfume e é para a pele seca."),
      ("ru", "Наш крем сделан вручную в небольшой мастерской, и мы отправим его вам домой в течение трёх дней после заказа. Он для сухой кожи и без запаха."),
      ("uk", "Наш крем зроблений вручну в невеликій майстерні, і ми надішлемо його вам додому протягом трьох днів після замовлення. Він для сухої шкіри."),
      ("el", "Η κρέμα μας φτιάχνεται στο χέρι σε ένα μικρό εργαστήριο και τη στέλνουμε στο σπίτι σας μέσα σε τρεις ημέρες από την παραγγελία."),
      ("zh", "我们的护手霜在小作坊里手工制作，三天之内送到您家。它适合干性皮肤，不含香料，也不含酒精。请放心使用。"),
      ("ja", "私たちのクリームは小さな工房で手作りされ、三日以内にご自宅にお届けします。乾燥肌に適しており、香料は含まれていません。"),
      ("ko", "우리 크림은 작은 작업장에서 손으로 만들어지며 주문 후 사흘 안에 집으로 보내 드립니다. 건조한 피부에 좋고 향료가 없습니다. 편하게 쓰세요."),
      ("ar", "كريمنا مصنوع يدويا في ورشة صغيرة ونرسله إلى منزلك خلال ثلاثة أيام من الطلب وهو للبشرة الجافة ولا يحتوي على عطور"),
      ("-", "Short text"), ("-", ""), ("-", "Lorem ipsum dolor amet consectetur adipiscing elit tempor incididunt labore dolore magna aliqua enim minim veniam quis nostrud exercitation ullamco laboris nisi aliquip"),
      ("-", "Acme Zenith Corvus Lumen Orbis Nova Terra Aqua Ignis Ventus Luna Stella Sol Mare Mons Silva Flora Fauna Astra Nimbus Vega Lyra"),
    ])
  func languages(code: String, text: String) {
    #expect(AnalysedText.leaf(text).recognisedLanguage ?? "-" == code)
  }

  @Test("hidden leaves do not count")
  func hidden() {
    let german = "Die Behandlung wird von den Krankenkassen nicht bezahlt, aber wir beraten Sie gern über die Kosten und die Möglichkeiten in der Praxis."
    let bytes = Array(german.utf8)
    let analysis = AnalysedText.analysis(bytes, [Block(kind: .paragraph, span: Span(0, bytes.count), flags: .hidden)])
    #expect(analysis.recognisedLanguage == nil)
  }
}
