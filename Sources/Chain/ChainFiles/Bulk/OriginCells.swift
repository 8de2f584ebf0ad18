import Columns
import Bilingual
import CSV
import ChainModel
import Diagnostics

/// The columns in which rows say what they rest on.
struct OriginColumns: Sendable {
  let source: Int?
  let place: Int?
  let basis: Int?

  static let names = ["source", "place", "basis"]

  init(_ reader: inout BulkHeaderReader, _ log: inout BulkFaultLog) {
    source = reader.named("source", &log)
    place = reader.named("place", &log)
    basis = reader.named("basis", &log)
  }

  /// Without such columns nothing is cited: all is general knowledge.
  var isEmpty: Bool { source == nil && place == nil && basis == nil }
}

/// The columns in which rows say from when to when they hold.
struct PeriodColumns: Sendable {
  let from: Int?
  let until: Int?

  static let names = ["from:date", "until:date"]

  init(_ reader: inout BulkHeaderReader, _ log: inout BulkFaultLog) {
    from = reader.named("from", types: ["date"], &log)
    until = reader.named("until", types: ["date"], &log)
  }

  var isEmpty: Bool { from == nil && until == nil }

  /// The days that a row states; a report where they are none.
  func period(
    _ bytes: UnsafePointer<UInt8>,
    row: UnsafeBufferPointer<CSVCell>,
    log: inout BulkFaultLog
  ) -> Origin.Period {
    func day(_ column: Int?) -> CalendarDate? {
      guard let column, row[column].count > 0 else { return nil }
      let text = row[column].text(in: bytes)
      let day = CalendarDate(utf8: text)
      if day == nil {
        let text = String(decoding: text, as: UTF8.self)
        log.report(row[column].written) { .badDate(text, at: $0) }
      }
      return day
    }
    let (from, until) = (day(from), day(until))
    guard let period = Origin.Period(from: from, until: until) else {
      let text = [from, until].compactMap { $0?.description }.joined(separator: "至")
      log.report(row[self.until ?? 0].written) { .emptyPeriod(text, at: $0) }
      return .always
    }
    return period
  }
}

/// The origins of a chunk's rows, each once, by numbers of its own: which documents there are is
/// not known before all nodes are.
struct ChunkOrigins: Sendable {
  /// The number of general knowledge; the citations follow.
  static let industryKnowledge: UInt32 = 0

  /// Where each citation is first written, in bytes of the file.
  private(set) var places: [Range<Int>] = []
  /// The days of each citation.
  private(set) var periods: [Origin.Period] = []
  private var keys = TextInterner()
  private var latest: (key: [UInt8], number: UInt32) = ([], 0)

  private static let bases = WordTable([
    (Basis.document.rawValue, 0), ("文件", 0), (Basis.register.rawValue, 0), ("名录", 0),
    (Basis.industryKnowledge.rawValue, 1), ("行业常识", 1),
  ])

  /// The number of the origin that a row states.
  ///
  /// - Parameters:
  ///   - cell: a cell's text and its bytes, by the column.
  ///   - row: what to report where nothing is stated.
  ///   - period: the days that the row states.
  mutating func number(
    _ columns: OriginColumns,
    _ bytes: UnsafePointer<UInt8>,
    row: UnsafeBufferPointer<CSVCell>,
    subject: Int,
    period: Origin.Period = .always,
    log: inout BulkFaultLog
  ) -> UInt32 {
    let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    func general(_ origins: inout Self) -> UInt32 {
      if period.isAlways { return Self.industryKnowledge }
      return origins.number(
        source: nothing,
        place: nothing,
        period,
        at: row[subject].written,
        log.offset
      )
    }
    if columns.isEmpty { return general(&self) }
    if let basis = columns.basis, row[basis].count > 0 {
      let word = row[basis].text(in: bytes)
      switch Self.bases[word] {
      case 0: break
      case 1:
        // General knowledge that can be looked up names its reference; other has none.
        guard let source = columns.source, row[source].count > 0 else {
          return general(&self)
        }
      default:
        let text = String(decoding: word, as: UTF8.self)
        log.report(row[basis].written) {
          .unknownWord(
            text,
            meaning: BilingualText(zh: "依据", en: "basis"),
            words: Basis.allCases.map(\.rawValue),
            at: $0
          )
        }
        return Self.industryKnowledge
      }
    }
    let source = columns.source.map { row[$0].text(in: bytes) }
    let place = columns.place.map { row[$0].text(in: bytes) }
    guard let place, !place.isEmpty else {
      if let column = columns.source, row[column].count > 0 {
        log.report(row[column].written) { .missingField("place", at: $0) }
      } else {
        let name = String(decoding: row[subject].text(in: bytes), as: UTF8.self)
        log.report(row[subject].written) { .missingSource(name, at: $0) }
      }
      return Self.industryKnowledge
    }
    return number(
      source: source ?? nothing,
      place: place,
      period,
      at: row[columns.source ?? columns.place ?? subject].written,
      log.offset
    )
  }

  private mutating func number(
    source: UnsafeBufferPointer<UInt8>,
    place: UnsafeBufferPointer<UInt8>,
    _ period: Origin.Period,
    at range: Range<Int>,
    _ offset: Int
  ) -> UInt32 {
    // Neither cell can hold a byte of zero.
    guard period.isAlways else {
      var key = Array(source)
      key.append(0)
      key += place
      key.append(0)
      withUnsafeBytes(of: period.packed.littleEndian) { key += $0 }
      return number(key, period, at: range, offset)
    }
    let size = source.count + place.count + 1
    if latest.key.count == size, latest.key[source.count] == 0,
      latest.key[..<source.count].elementsEqual(source),
      latest.key[(source.count + 1)...].elementsEqual(place)
    {
      return latest.number
    }
    var key = Array(source)
    key.append(0)
    key += place
    let number = number(key, period, at: range, offset)
    latest = (key, number)
    return number
  }

  private mutating func number(
    _ key: [UInt8],
    _ period: Origin.Period,
    at range: Range<Int>,
    _ offset: Int
  ) -> UInt32 {
    let (found, isNew) = keys.number(of: key)
    // The first number is that of general knowledge, which has no key here.
    let number = UInt32(found + 1)
    if isNew {
      places.append(offset + range.lowerBound..<offset + range.upperBound)
      periods.append(period)
    }
    return number
  }

  /// The document's identity and the place of each citation, in the order of their numbers.
  func forEach(_ body: (_ source: ArraySlice<UInt8>, _ place: ArraySlice<UInt8>) -> Void) {
    for position in 0..<keys.count {
      let key = keys.bytes(of: position)
      let end = key.firstIndex(of: 0) ?? key.endIndex
      let place = key[(end + 1)...]
      body(key[..<end], place[..<(place.firstIndex(of: 0) ?? place.endIndex)])
    }
  }
}

extension CSVCell {
  /// The text of the cell, readable for as long as the bytes are.
  @inline(__always)
  func text(in bytes: UnsafePointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + Int(start), count: count)
  }
}
