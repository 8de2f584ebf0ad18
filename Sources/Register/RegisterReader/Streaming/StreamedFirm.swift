#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import Bilingual

/// A firm of a stream of JSON objects, one a line (NDJSON), as `attach --stream` takes them:
///
/// ```
/// {"id": "1", "name": "甲化工有限公司", "creditCode": "…", "industryCode": "2614", "scope": "…",
///  "products": [{"name": "烧碱", "share": 0.31}]}
/// ```
///
/// All but `id` and `name` may be missing or `null`. Fields of other names are passed over; those of a
/// wrong type are a fault, a code written as a number too, since its noughts are lost.
package struct StreamedFirm: Sendable, Hashable {
  /// What the sender knows the firm by; the answer repeats it.
  package var id = ""
  /// The full name.
  package var name = ""
  /// The credit code, unchecked.
  package var creditCode = ""
  /// The class of GB/T 4754, unchecked.
  package var industryCode = ""
  /// The business scope.
  package var scope = ""
  /// The products, in the order of the line.
  package var products: [RegisterRow.Product] = []

  /// A firm that says no more than its name.
  package init(id: String, name: String) { (self.id, self.name) = (id, name) }

  private init() {}

  /// The firm of a line; `nil` for a line of blanks, which says nothing and gets no answer.
  ///
  /// - Complexity: O(*n*) over the bytes.
  package static func read(
    _ line: UnsafeBufferPointer<UInt8>
  ) throws(StreamFault) -> StreamedFirm? {
    var unread: [String] = []
    return try read(line, needsID: true, collects: false, unread: &unread)
  }

  /// - Parameters:
  ///   - needsID: whether a firm without `id` is a fault.
  ///   - collects: whether the names of the fields that are passed over are wanted.
  static func read(
    _ line: UnsafeBufferPointer<UInt8>,
    needsID: Bool,
    collects: Bool,
    unread: inout [String]
  ) throws(StreamFault) -> StreamedFirm? {
    var cursor = JSONCursor(line)
    guard let first = cursor.peek() else { return nil }
    guard first == UInt8(ascii: "{") else {
      throw cursor.fault("一行应为一个对象 {…}", "a line must be one object {…}")
    }
    var firm = StreamedFirm()
    var seen: Set32 = Set32()
    try cursor.members { (cursor, name, hasEscapes) throws(StreamFault) in
      let key =
        hasEscapes
        ? try cursor.unescaped(name).withUnsafeBufferPointer { Field($0) }
        : Field(UnsafeBufferPointer(rebasing: line[name]))
      guard let key else {
        if collects { unread.append(String(decoding: line[name], as: UTF8.self)) }
        return try cursor.skip()
      }
      guard seen.insert(key.number) else { throw .repeated(key.rawValue, at: name.lowerBound) }
      guard !cursor.takeNull() else { return }
      switch key {
      case .id: firm.id = try text(&cursor, key)
      case .name: firm.name = try text(&cursor, key)
      case .creditCode: firm.creditCode = try text(&cursor, key)
      case .industryCode: firm.industryCode = try text(&cursor, key)
      case .scope: firm.scope = try text(&cursor, key)
      case .products: firm.products = try products(&cursor)
      }
    }
    if cursor.peek() != nil {
      throw cursor.fault("对象结束之后还有内容", "something follows the end of the object")
    }
    if needsID, firm.id.isEmpty { throw .missing("id") }
    guard firm.name.utf8.contains(where: { $0 > 0x20 }) else { throw .missing("name") }
    return firm
  }

  private enum Field: String {
    case id, name, creditCode, industryCode, scope, products

    @inline(__always)
    init?(_ name: UnsafeBufferPointer<UInt8>) {
      // No two have one length.
      switch name.count {
      case 2 where name.says("id"): self = .id
      case 4 where name.says("name"): self = .name
      case 5 where name.says("scope"): self = .scope
      case 8 where name.says("products"): self = .products
      case 10 where name.says("creditCode"): self = .creditCode
      case 12 where name.says("industryCode"): self = .industryCode
      default: return nil
      }
    }

    var number: UInt32 {
      switch self {
      case .id: 0
      case .name: 1
      case .creditCode: 2
      case .industryCode: 3
      case .scope: 4
      case .products: 5
      }
    }
  }

  private struct Set32 {
    private var bits: UInt32 = 0

    /// Whether the number is new.
    mutating func insert(_ number: UInt32) -> Bool {
      defer { bits |= 1 << number }
      return bits & 1 << number == 0
    }
  }

  @inline(__always)
  private static func text(
    _ cursor: inout JSONCursor,
    _ field: Field
  ) throws(StreamFault) -> String {
    guard cursor.peek() == 0x22 else {
      throw .wrongType(field.rawValue, wants: .aText, at: cursor.position)
    }
    return try cursor.string()
  }

  // MARK: Products

  private static func products(
    _ cursor: inout JSONCursor
  ) throws(StreamFault) -> [RegisterRow.Product] {
    guard cursor.peek() == UInt8(ascii: "[") else {
      throw .wrongType("products", wants: .aList, at: cursor.position)
    }
    var products: [RegisterRow.Product] = []
    try cursor.items { (cursor) throws(StreamFault) in
      guard cursor.peek() == UInt8(ascii: "{") else {
        throw .wrongType("products", wants: .aList, at: cursor.position)
      }
      products.append(try product(&cursor))
    }
    return products
  }

  private static func product(
    _ cursor: inout JSONCursor
  ) throws(StreamFault) -> RegisterRow.Product {
    var product = RegisterRow.Product(name: "")
    let bytes = cursor.bytes
    var seen = Set32()
    try cursor.members { (cursor, name, hasEscapes) throws(StreamFault) in
      let plain = hasEscapes ? try cursor.unescaped(name) : []
      let (isName, isShare) = plain.withUnsafeBufferPointer { plain in
        let key = hasEscapes ? plain : UnsafeBufferPointer(rebasing: bytes[name])
        return (key.says("name"), key.says("share"))
      }
      guard isName || isShare else { return try cursor.skip() }
      guard seen.insert(isName ? 0 : 1) else {
        throw .repeated(isName ? "products.name" : "products.share", at: name.lowerBound)
      }
      guard !cursor.takeNull() else { return }
      let next = cursor.peek() ?? 0
      if isName {
        guard next == 0x22 else {
          throw .wrongType("products.name", wants: .aText, at: cursor.position)
        }
        product.name = try cursor.string()
      } else {
        guard next == 0x2D || (0x30...0x39).contains(next) else {
          throw .wrongType("products.share", wants: .aNumber, at: cursor.position)
        }
        product.share = try cursor.number()
      }
    }
    guard !product.name.isEmpty else { throw .missing("products.name") }
    return product
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes are those of `word`.
  @inline(__always)
  fileprivate func says(_ word: StaticString) -> Bool {
    guard let baseAddress, count == word.utf8CodeUnitCount else { return false }
    return memcmp(baseAddress, word.utf8Start, count) == 0
  }
}
