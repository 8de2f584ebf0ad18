package import Columns

/// What each node has under its attributes, in few bytes: a value is a number or a text behind the
/// number of its attribute; options and units are written once for all.
package struct AttributeColumn: Sendable {
  /// Where the attributes of each node begin, and where the last end; nothing when no node has any.
  package let offsets: NumberColumn<UInt32>
  package let bytes: NumberColumn<UInt8>
  /// What the numbers in the bytes mean.
  package let words: AttributeWords

  package init(offsets: NumberColumn<UInt32>, bytes: NumberColumn<UInt8>, words: AttributeWords) {
    self.offsets = offsets
    self.bytes = bytes
    self.words = words
  }

  /// The attributes of a node in the order of its data; bytes that say what cannot be say nothing.
  package subscript(node: Int) -> [(name: AttributeName, value: AttributeValue)] {
    read(node) { reader throws(ByteReader.Failure) in
      var found: [(name: AttributeName, value: AttributeValue)] = []
      while !reader.isAtEnd {
        let name = try reader.number()
        guard words.names.indices.contains(name) else { throw ByteReader.Failure() }
        found.append((words.names[name], try words.value(&reader)))
      }
      return found
    } ?? []
  }

  /// What a node has under `name`; `nil` when it has nothing.
  package subscript(node: Int, name: AttributeName) -> AttributeValue? {
    guard !offsets.isEmpty, let wanted = words.names.firstIndex(of: name) else { return nil }
    return read(node) { reader throws(ByteReader.Failure) in
      while !reader.isAtEnd {
        let position = try reader.number()
        let value = try words.value(&reader)
        if position == wanted { return value }
      }
      throw ByteReader.Failure()
    }
  }

  private func read<Result>(
    _ node: Int,
    _ body: (inout ByteReader) throws(ByteReader.Failure) -> Result
  ) -> Result? {
    guard !offsets.isEmpty else { return nil }
    let (start, end) = (Int(offsets[node]), Int(offsets[node + 1]))
    guard start < end, end <= bytes.count else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      var reader = ByteReader(UnsafeBufferPointer(rebasing: bytes[start..<end]))
      return try? body(&reader)
    }
  }

  package var byteCount: Int { offsets.byteCount + bytes.byteCount }
}

/// The names, options and units that attributes speak of by number.
package struct AttributeWords: Sendable {
  package var names: [AttributeName] = []
  package var options: [AttributeDefinition.Option] = []
  package var units: [UnitOfMeasure] = []

  package init() {}

  enum Tag: UInt8 {
    case text, integer, negativeInteger, quantity, date, option, flag, list
  }

  /// How deep lists in lists are read.
  static let deepestList = 8

  fileprivate func value(
    _ reader: inout ByteReader,
    depth: Int = 0
  ) throws(ByteReader.Failure) -> AttributeValue {
    guard let tag = Tag(rawValue: try reader.byte()) else { throw ByteReader.Failure() }
    return try value(tag, &reader, depth: depth)
  }

  /// What stands behind a tag.
  func value(
    _ tag: Tag,
    _ reader: inout ByteReader,
    depth: Int
  ) throws(ByteReader.Failure) -> AttributeValue {
    switch tag {
    case .text: return .text(try reader.text())
    case .integer: return .integer(try reader.number())
    case .negativeInteger: return .integer(-1 - (try reader.number()))
    case .quantity:
      let (unit, amount) = (try reader.number(), try reader.decimal())
      guard units.indices.contains(unit), amount.isFinite else { throw ByteReader.Failure() }
      return .quantity(Quantity(amount: amount, unit: units[unit]))
    case .date:
      guard let date = CalendarDate(parsing: try reader.text()) else { throw ByteReader.Failure() }
      return .date(date)
    case .option:
      let option = try reader.number()
      guard options.indices.contains(option) else { throw ByteReader.Failure() }
      return .option(options[option])
    case .flag: return .flag(try reader.flag())
    case .list:
      guard depth < Self.deepestList else { throw ByteReader.Failure() }
      return .list(
        try reader.list { reader throws(ByteReader.Failure) in
          try self.value(&reader, depth: depth + 1)
        }
      )
    }
  }

  fileprivate mutating func write(_ value: AttributeValue, to writer: inout ByteWriter) {
    switch value {
    case .text(let text):
      writer.write(Tag.text.rawValue)
      writer.write(text)
    case .integer(let number):
      writer.write((number < 0 ? Tag.negativeInteger : .integer).rawValue)
      writer.write(number < 0 ? -1 - number : number)
    case .quantity(let quantity):
      writer.write(Tag.quantity.rawValue)
      writer.write(Self.number(of: quantity.unit, in: &units))
      writer.write(quantity.amount)
    case .date(let date):
      writer.write(Tag.date.rawValue)
      writer.write(date.description)
    case .option(let option):
      writer.write(Tag.option.rawValue)
      writer.write(Self.number(of: option, in: &options))
    case .flag(let flag):
      writer.write(Tag.flag.rawValue)
      writer.write(flag)
    case .list(let values):
      writer.write(Tag.list.rawValue)
      writer.write(values.count)
      for value in values { write(value, to: &writer) }
    }
  }

  /// The vocabularies are small: tens of words.
  static func number<Word: Equatable>(of word: Word, in words: inout [Word]) -> Int {
    if let number = words.firstIndex(of: word) { return number }
    words.append(word)
    return words.count - 1
  }
}

extension AttributeColumn {
  /// Gathers the attributes of one node after another.
  package struct Builder: Sendable {
    private var words = AttributeWords()
    private var writer = ByteWriter()
    private var offsets: [UInt32] = [0]

    package init() {}

    /// A list without items says nothing: it is no value, whoever writes it, so that what is read
    /// back from any form is equal.
    package mutating func append(_ attributes: [(name: AttributeName, value: AttributeValue)]) {
      for (name, value) in attributes where value != .list([]) {
        writer.write(AttributeWords.number(of: name, in: &words.names))
        words.write(value, to: &writer)
      }
      precondition(writer.bytes.count < Int(UInt32.max), "attributes of 4 GB")
      offsets.append(UInt32(writer.bytes.count))
    }

    package func finish() -> AttributeColumn {
      let isEmpty = writer.bytes.isEmpty
      return AttributeColumn(
        offsets: NumberColumn(isEmpty ? [] : offsets),
        bytes: NumberColumn(writer.bytes),
        words: words
      )
    }
  }
}
