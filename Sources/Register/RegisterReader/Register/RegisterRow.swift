/// A firm as a register of firms (企业名录) states it: texts as they stand, blanks at the ends taken off.
///
/// What the register does not say is an empty text, an empty list or `nil`. Codes are not checked here.
package struct RegisterRow: Sendable, Hashable {
  /// The position of a row in ``Register/rows``: dense, from 0.
  package struct Index: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The rows before it.
    package let offset: Int

    /// The row with so many before it.
    package init(_ offset: Int) { self.offset = offset }

    /// The order of the file.
    package static func < (a: Self, b: Self) -> Bool { a.offset < b.offset }
    /// The offset.
    package var description: String { String(offset) }
  }

  /// A product, and what part of the firm's revenue it makes where the register says so: 0.31 is 31 %.
  package struct Product: Sendable, Hashable {
    /// As written, without the share; never empty in a register that was read.
    package var name: String
    /// A part of one; may be above it or below nought where a stream says so. `nil` where it is not said.
    package var share: Double?

    /// A product.
    package init(name: String, share: Double? = nil) { (self.name, self.share) = (name, share) }
  }

  /// A value of a column that no field takes, under its heading.
  package struct Other: Sendable, Hashable {
    /// The heading as written; `#3` for the third column where it has none.
    package var heading: String
    /// The value as written.
    package var text: String

    /// A value under a heading.
    package init(heading: String, text: String) { (self.heading, self.text) = (heading, text) }
  }

  /// The row as a person finds it in the file, from 1: the line of a text at which it begins, the number
  /// at the left of a sheet.
  package var number: Int
  /// The full name; never empty in a register that was read.
  package var name: String
  /// The unified social credit code (统一社会信用代码, GB 32100-2015), as written.
  package var creditCode = ""
  /// Former names, in the order of the file.
  package var formerNames: [String] = []
  /// The class of GB/T 4754, as written: `2614`, `C2614`, `26`.
  package var industryCode = ""
  /// The edition of GB/T 4754, such as 2017.
  package var industryEdition: Int?
  /// The business scope (经营范围), whole.
  package var scope = ""
  /// The products, in the order of the file.
  package var products: [Product] = []
  /// Size and standing: 大型, 规上, 专精特新.
  package var scale: [String] = []
  /// Output or revenue as written, with the unit of the heading behind a bare number: `1200 万元`.
  package var output = ""
  /// The year of ``output``.
  package var outputYear: Int?
  /// The address.
  package var address = ""
  /// The status of registration, as written: 存续, 注销.
  package var status = ""
  /// Who controls the firm.
  package var controlledBy = ""
  /// The legal form: 有限责任公司.
  package var legalForm: String?
  /// The district or county.
  package var region: String?
  /// What no field takes, in the order of the columns: kept, not lost.
  package var other: [Other] = []

  /// A row that says no more than a name.
  package init(number: Int, name: String) { (self.number, self.name) = (number, name) }
}
