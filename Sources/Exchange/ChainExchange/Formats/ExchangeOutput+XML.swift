import Escapes

extension ExchangeOutput {
  /// Writes text as content or as the value of an attribute in quotes.
  ///
  /// Characters that XML has no way to write, controls and noncharacters, become U+FFFD.
  mutating func write(xml text: String) { write(text, escaping: .xml) }

  /// Writes an identity, which must stay apart from every other.
  mutating func write(xmlIdentity id: String) throws(ExchangeFailure) {
    guard !Escaper.notXML.replacesAny(of: id) else { throw .identity(id) }
    write(xml: id)
  }

  /// Writes a value that fits an element or an attribute; a list is an array of JSON.
  mutating func write(xml value: ExchangeValue) {
    switch value {
    case .text(let text): write(xml: text)
    case .integer(let number): write(String(number))
    case .decimal(let number): write(String(number))
    case .flag(let flag): write(flag ? "true" : "false")
    case .list: write(xml: value.json)
    }
  }
}
