/// What a register says of a firm, as far as it tells what the firm does.
package struct FirmText: Sendable, Hashable {
  /// A product or line of business, perhaps with its share of revenue: 0.31 for 31 %.
  ///
  /// Shares from tables that cut revenue several ways may add up to more than 1 or be negative.
  package struct Product: Sendable, Hashable {
    package var name: String
    package var share: Double?

    package init(name: String, share: Double? = nil) {
      self.name = name
      self.share = share
    }
  }

  package var name: String
  package var products: [Product]
  /// The business scope (经营范围) as registered.
  package var scope: String
  /// A class of GB/T 4754, perhaps with the section's letter in front; may be empty.
  package var industryCode: String

  package init(
    name: String,
    products: [Product] = [],
    scope: String = "",
    industryCode: String = ""
  ) {
    self.name = name
    self.products = products
    self.scope = scope
    self.industryCode = industryCode
  }
}
