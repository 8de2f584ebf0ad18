public import ChainModel

extension AttributeDefinition {
  /// A text that the attribute can hold: `text`, or a code where it holds codes alone.
  public func sample(_ text: String) -> String {
    switch name {
    case .creditCode: "91210000AAAAAAAAAT"
    case .industryCode: "2612"
    default: text
    }
  }
}
