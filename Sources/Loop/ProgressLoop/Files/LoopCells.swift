import Bilingual
import ChainFiles
import ChainModel
import Diagnostics

/// What cells of plans and journals mean; what comes again and again is read once.
struct LoopCells {
  private let ontology: Ontology
  private var units: [TextNumber: Unit] = [:]
  /// The last text read as a date: lines of a day stand together.
  private var lastDate: (bytes: (UInt64, UInt16), date: CalendarDate, first: Day)?
  /// The last text that was read as a month.
  private var lastPeriod: (bytes: UInt64, period: ReportPeriod)?
  /// The last unit of a figure.
  private var lastUnit: (symbol: TextNumber, unit: Unit) = (.empty, .measure)

  private enum Unit {
    /// Money, as a power of ten of 万元.
    case money(Int)
    case measure
  }

  init(ontology: Ontology) { self.ontology = ontology }

  /// A text less space at its ends.
  static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let first = bytes.first, let last = bytes.last else { return bytes }
    // No other space begins or ends with bytes like these.
    let mayBeSpace = { (byte: UInt8) in byte <= 0x20 || byte == 0xC2 || byte == 0xE3 }
    guard mayBeSpace(first) || last <= 0x20 || last == 0xA0 || last == 0x80 else { return bytes }
    var (start, end) = (0, bytes.count)
    while let width = space(bytes, start, end) { start += width }
    trimming: while end > start {
      for width in 1...3 where end - width >= start && space(bytes, end - width, end) == width {
        end -= width
        continue trimming
      }
      break
    }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  /// How many bytes of space stand at a place; `nil` for none.
  private static func space(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard start < end else { return nil }
    switch bytes[start] {
    case 0x09...0x0D, 0x20: return 1
    case 0xC2: return start + 1 < end && bytes[start + 1] == 0xA0 ? 2 : nil
    case 0xE3:
      return start + 2 < end && bytes[start + 1] == 0x80 && bytes[start + 2] == 0x80 ? 3 : nil
    default: return nil
    }
  }

  private mutating func date(
    _ row: CSVTableRow,
    _ column: Int,
    log: inout FaultLog
  ) -> (date: CalendarDate, first: Day)? {
    let bytes = Self.trimmed(row.bytes(of: column))
    guard !bytes.isEmpty else { return nil }
    let key = Self.key(bytes)
    if let key, let last = lastDate, last.bytes == key { return (last.date, last.first) }
    // Spreadsheets write days anew when they save: 2024/5/3.
    guard let date = CalendarDate(utf8: bytes) ?? Self.written(bytes) else {
      let text = String(decoding: bytes, as: UTF8.self)
      log.report(.badLoopDate(text, at: row.location(column)))
      return nil
    }
    let first = Day(firstOf: date)
    if let key { lastDate = (key, date, first) }
    return (date, first)
  }

  private static func written(_ bytes: UnsafeBufferPointer<UInt8>) -> CalendarDate? {
    CalendarDate(written: String(decoding: bytes, as: UTF8.self))
  }

  /// The ten bytes of a day as numbers; `nil` for a text of another length.
  private static func key(_ bytes: UnsafeBufferPointer<UInt8>) -> (UInt64, UInt16)? {
    guard bytes.count == 10 else { return nil }
    let raw = UnsafeRawBufferPointer(bytes)
    return (
      raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self),
      raw.loadUnaligned(fromByteOffset: 8, as: UInt16.self)
    )
  }

  /// The day that a cell says to the day; nothing where it is empty.
  mutating func day(_ row: CSVTableRow, _ column: Int, log: inout FaultLog) -> Day? {
    guard let (date, first) = date(row, column, log: &log) else { return nil }
    guard date.day != nil else {
      log.report(.notADay("\(date)", at: row.location(column)))
      return nil
    }
    return first
  }

  /// The days that a cell may mean; nothing where it is empty.
  mutating func dates(_ row: CSVTableRow, _ column: Int, log: inout FaultLog) -> DaySpan? {
    guard let (date, first) = date(row, column, log: &log) else { return nil }
    return DaySpan(first: first, last: date.day == nil ? Day(lastOf: date) : first)
  }

  /// The month that a cell says; nothing where it is empty.
  mutating func period(_ row: CSVTableRow, _ column: Int, log: inout FaultLog) -> ReportPeriod? {
    let bytes = Self.trimmed(row.bytes(of: column))
    guard !bytes.isEmpty else { return nil }
    let key = Self.monthKey(bytes)
    if let key, let last = lastPeriod, last.bytes == key { return last.period }
    let found = CalendarDate(utf8: bytes) ?? Self.written(bytes)
    guard let date = found, date.month != nil, date.day == nil else {
      log.report(.notAMonth(String(decoding: bytes, as: UTF8.self), at: row.location(column)))
      return nil
    }
    let period = ReportPeriod(date)
    if let key { lastPeriod = (key, period) }
    return period
  }

  /// The seven bytes of a month as a number; `nil` for a text of another length.
  private static func monthKey(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64? {
    guard bytes.count == 7 else { return nil }
    return bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The number of a cell and its unit, money in 万元; nothing where it is empty.
  mutating func value(
    _ row: CSVTableRow,
    _ column: Int,
    _ texts: inout TextPool,
    log: inout FaultLog
  ) -> (number: ExactDecimal, unit: TextNumber)? {
    let bytes = Self.trimmed(row.bytes(of: column))
    guard !bytes.isEmpty else { return nil }
    let isGlued = !bytes.contains(0x20) && !(0x30...0x39).contains(bytes[bytes.count - 1])
    guard isGlued || bytes.contains(UInt8(ascii: ",")), let plain = Self.plain(bytes) else {
      return value(bytes, row, column, &texts, log: &log)
    }
    return plain.withUnsafeBufferPointer { value($0, row, column, &texts, log: &log) }
  }

  /// `1,200万元` as `1200 万元`; `nil` for what is no number with a unit, or has no such commas.
  private static func plain(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    let isOfNumber = { (byte: UInt8) in
      (0x30...0x39).contains(byte)
        || [UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "-")]
          .contains(byte)
    }
    let number = bytes.prefix(while: isOfNumber)
    let whole = number.prefix { $0 != UInt8(ascii: ".") }
    let groups = whole.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard !number.isEmpty, groups.count == 1 || groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    let unit = bytes[number.endIndex...].drop { $0 == 0x20 }
    return number.filter { $0 != UInt8(ascii: ",") } + (unit.isEmpty ? [] : [0x20] + Array(unit))
  }

  private mutating func value(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ row: CSVTableRow,
    _ column: Int,
    _ texts: inout TextPool,
    log: inout FaultLog
  ) -> (number: ExactDecimal, unit: TextNumber)? {
    let space = bytes.firstIndex(of: 0x20) ?? bytes.count
    guard let number = ExactDecimal(utf8: UnsafeBufferPointer(rebasing: bytes[..<space])) else {
      let text = String(decoding: bytes, as: UTF8.self)
      log.report(.badAmount(text, at: row.location(column)))
      return nil
    }
    guard space < bytes.count else { return (number, .empty) }
    let symbol = texts.intern(
      UnsafeBufferPointer(rebasing: bytes[(space + 1)...]),
      likely: lastUnit.symbol
    )
    guard let unit = symbol == lastUnit.symbol ? lastUnit.unit : unit(symbol, texts) else {
      let symbols = ontology.units.map(\.symbol)
      log.report(.unknownUnit(texts[symbol], units: symbols, at: row.location(column)))
      return nil
    }
    lastUnit = (symbol, unit)
    guard case .money(let power) = unit else { return (number, symbol) }
    guard let money = number.shifted(by: power) else {
      log.report(.badAmount(String(decoding: bytes, as: UTF8.self), at: row.location(column)))
      return nil
    }
    return (money, .empty)
  }

  private mutating func unit(_ symbol: TextNumber, _ texts: TextPool) -> Unit? {
    if let unit = units[symbol] { return unit }
    guard let found = ontology.unit(texts[symbol]) else { return nil }
    let unit = found.moneyPower.map { Unit.money($0) } ?? .measure
    units[symbol] = unit
    return unit
  }
}
