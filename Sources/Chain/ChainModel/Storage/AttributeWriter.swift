import Columns

/// Writes the attributes of nodes as ``AttributeColumn`` keeps them, from bytes, without a value in
/// between; several writers with the same words can write parts of one column.
package struct AttributeWriter: Sendable {
  private var writer = ByteWriter()
  private var offsets: [UInt32] = []

  package init() {}

  /// How many nodes are finished.
  package var count: Int { offsets.count }

  /// Begins an attribute; its value, or the values of its list, must follow.
  package mutating func begin(_ name: Int) { writer.write(name) }

  /// Begins a list of `count` values.
  package mutating func beginList(_ count: Int) {
    writer.write(AttributeWords.Tag.list.rawValue)
    writer.write(count)
  }

  package mutating func write(text: UnsafeBufferPointer<UInt8>) {
    writer.write(AttributeWords.Tag.text.rawValue)
    writer.write(utf8: text)
  }

  package mutating func write(integer: Int) {
    let tag: AttributeWords.Tag = integer < 0 ? .negativeInteger : .integer
    writer.write(tag.rawValue)
    writer.write(integer < 0 ? -1 - integer : integer)
  }

  package mutating func write(amount: Double, unit: Int) {
    writer.write(AttributeWords.Tag.quantity.rawValue)
    writer.write(unit)
    writer.write(amount)
  }

  /// A date in the form that data has.
  package mutating func write(date: UnsafeBufferPointer<UInt8>) {
    writer.write(AttributeWords.Tag.date.rawValue)
    writer.write(utf8: date)
  }

  package mutating func write(option: Int) {
    writer.write(AttributeWords.Tag.option.rawValue)
    writer.write(option)
  }

  package mutating func write(flag: Bool) {
    writer.write(AttributeWords.Tag.flag.rawValue)
    writer.write(flag)
  }

  /// Ends the attributes of a node.
  ///
  /// - Precondition: All attributes together take less than 4 GB.
  package mutating func endNode() {
    precondition(writer.bytes.count < Int(UInt32.max), "attributes of 4 GB")
    offsets.append(UInt32(writer.bytes.count))
  }

  /// The column of what the writers wrote, one behind the other.
  package static func join(_ parts: [AttributeWriter], words: AttributeWords) -> AttributeColumn {
    let size = parts.reduce(0) { $0 + $1.writer.bytes.count }
    guard size > 0 else {
      return AttributeColumn(offsets: NumberColumn([]), bytes: NumberColumn([]), words: words)
    }
    return AttributeColumn(
      offsets: NumberColumn(joiningEnds: parts.map(\.offsets)),
      bytes: NumberColumn(joining: parts.map(\.writer.bytes)),
      words: words
    )
  }
}

extension AttributeWords {
  /// All words of an ontology.
  package init(_ ontology: Ontology) {
    self.init()
    units = ontology.units
    for attribute in ontology.kinds.flatMap(\.attributes) {
      _ = Self.number(of: attribute.name, in: &names)
      guard case .option(let options) = attribute.type else { continue }
      for option in options { _ = Self.number(of: option, in: &self.options) }
    }
  }
}
