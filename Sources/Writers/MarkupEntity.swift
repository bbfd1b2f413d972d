/// The entities without which text in an HTML or XML element would be taken for markup.
package enum MarkupEntity {
  /// Nil for scalars that stand for themselves. Quotation marks do, outside attributes.
  package static func of(_ scalar: Unicode.Scalar) -> StaticString? {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    default: nil
    }
  }

  /// Text as the source of an element; what it says is all kept, controls too.
  package static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      if let entity = of(scalar) { result += entity.description } else { result.unicodeScalars.append(scalar) }
    }
  }
}
