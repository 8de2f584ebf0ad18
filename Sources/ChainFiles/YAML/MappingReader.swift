import Bilingual
import SourceDiagnostics

/// Gathers the diagnostics of one file, each once and as many as an author can use.
struct FaultLog {
  /// The most faults that one reading reports.
  static let mostFaults = 500

  var path: String
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether there were more faults than there was room.
  private(set) var isCut = false
  private var seen: Set<Diagnostic> = []
  private let room: Int

  /// - Parameter room: how many faults are still of use.
  init(path: String, room: Int = FaultLog.mostFaults) {
    self.path = path
    self.room = room
  }

  /// Whether a further fault would be kept; see ``cut()``.
  var hasRoom: Bool { diagnostics.count < room }

  mutating func report(_ diagnostic: Diagnostic) {
    // What a default says wrong, each entry that takes it says again.
    guard !seen.contains(diagnostic) else { return }
    guard hasRoom else { return cut() }
    seen.insert(diagnostic)
    diagnostics.append(diagnostic)
  }

  /// Says, once, that there is more. Loops that could find faults without end call this and stop
  /// where there is no room: each fault costs a search for what was meant.
  mutating func cut() {
    guard !isCut else { return }
    isCut = true
    diagnostics.append(.tooManyFaults(limit: Self.mostFaults, path: path))
  }

  func location(of node: YAMLNode) -> Diagnostic.Location { location(of: node.range) }

  func location(of range: SourceRange) -> Diagnostic.Location {
    Diagnostic.Location(path: path, range: range)
  }
}

/// Reads the fields of a mapping: each once, and none that nobody asked for.
struct MappingReader {
  let node: YAMLNode
  private(set) var pairs: [(field: String, pair: YAMLNode.Pair)] = []

  /// The fields of `node`; `nil`, and a report, when it is not a mapping of texts.
  init?(_ node: YAMLNode, log: inout FaultLog) {
    guard case .mapping(let content) = node.content else {
      let shape = BilingualText(zh: "“字段: 值”的形式", en: "a mapping of fields to values")
      log.report(.unexpectedShape(shape, at: log.location(of: node)))
      return nil
    }
    self.node = node
    var seen: Set<String> = []
    for pair in content {
      guard let field = pair.key.scalar else {
        let shape = BilingualText(zh: "字段名", en: "a field's name")
        log.report(.unexpectedShape(shape, at: log.location(of: pair.key)))
        continue
      }
      if seen.insert(field).inserted {
        pairs.append((field, pair))
      } else {
        log.report(.duplicateKey(field, at: log.location(of: pair.key)))
      }
    }
  }

  subscript(field: String) -> YAMLNode? { pairs.first { $0.field == field }?.pair.value }

  /// The text of `field`; a report when it is missing, empty or no text.
  func requiredText(_ field: String, log: inout FaultLog) -> String? {
    guard let value = self[field] else {
      log.report(.missingField(field, at: log.location(of: node)))
      return nil
    }
    return Self.text(value, log: &log)
  }

  /// Reports every field that is not one of `fields` of a thing called `kind`.
  func allow(_ fields: [String], of kind: BilingualText, log: inout FaultLog) {
    for (field, pair) in pairs where !fields.contains(field) {
      guard log.hasRoom else { return log.cut() }
      log.report(
        .unknownField(field, of: kind, fields: fields, at: log.location(of: pair.key))
      )
    }
  }

  /// The text of a scalar, less space at its ends; a report when it is empty or no scalar.
  static func text(_ node: YAMLNode, log: inout FaultLog) -> String? {
    guard let scalar = node.scalar else {
      let shape = BilingualText(zh: "一个值", en: "one value")
      log.report(.unexpectedShape(shape, at: log.location(of: node)))
      return nil
    }
    let text = scalar.trimmingSpace()
    guard !text.isEmpty else {
      log.report(.emptyText(at: log.location(of: node)))
      return nil
    }
    return text
  }
}

extension String {
  func trimmingSpace() -> String {
    // Asking a character for its class is slow, and almost no text has space at its ends.
    let isSpace = { (scalar: Unicode.Scalar) in
      switch scalar.value {
      case 0x09...0x0D, 0x20, 0xA0, 0x3000: true
      default: false
      }
    }
    var part = unicodeScalars[...]
    while let first = part.first, isSpace(first) { part.removeFirst() }
    while let last = part.last, isSpace(last) { part.removeLast() }
    return part.count == unicodeScalars.count ? self : String(part)
  }
}
