package import Bilingual

/// Reads the fields of a mapping: each once, and none that nobody asked for.
package struct FieldReader {
  package let node: EntryNode
  package private(set) var pairs: [(field: String, pair: EntryNode.Pair)] = []

  /// The fields of `node`; `nil`, and a report, when it is not a mapping of texts.
  package init?(_ node: EntryNode, log: inout FaultLog) {
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

  package subscript(field: String) -> EntryNode? { pairs.first { $0.field == field }?.pair.value }

  /// The text of `field`; a report when it is missing, empty or no text.
  package func requiredText(_ field: String, log: inout FaultLog) -> String? {
    guard let value = self[field] else {
      log.report(.missingField(field, at: log.location(of: node)))
      return nil
    }
    return Self.text(value, log: &log)
  }

  /// The wording of `field` in both languages: one text for both, or a mapping of `zh` and `en`; a
  /// report when it is missing or of another shape.
  package func requiredWording(_ field: String, log: inout FaultLog) -> BilingualText? {
    guard let node = self[field] else {
      log.report(.missingField(field, at: log.location(of: node)))
      return nil
    }
    return Self.wording(node, log: &log)
  }

  /// The wording of `node` in both languages; see ``requiredWording(_:log:)``.
  package static func wording(_ node: EntryNode, log: inout FaultLog) -> BilingualText? {
    guard case .mapping = node.content else {
      return text(node, log: &log).map { BilingualText(same: $0) }
    }
    guard let wordings = FieldReader(node, log: &log) else { return nil }
    wordings.allow(["zh", "en"], of: BilingualText(zh: "标题", en: "a title"), log: &log)
    let zh = wordings.requiredText("zh", log: &log)
    let en = wordings.requiredText("en", log: &log)
    guard let zh, let en else { return nil }
    return BilingualText(zh: zh, en: en)
  }

  /// Reports every field that is not one of `fields` of a thing called `kind`.
  package func allow(_ fields: [String], of kind: BilingualText, log: inout FaultLog) {
    for (field, pair) in pairs where !fields.contains(field) {
      guard log.hasRoom else { return log.cut() }
      log.report(
        .unknownField(field, of: kind, fields: fields, at: log.location(of: pair.key))
      )
    }
  }

  /// The text of a scalar, less space at its ends; a report when it is empty or no scalar.
  package static func text(_ node: EntryNode, log: inout FaultLog) -> String? {
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

  /// The word of a list that a scalar is; a report when it is none, or no scalar.
  ///
  /// - Parameter meaning: what the words of the list are.
  package static func word<Word>(
    _ node: EntryNode,
    meaning: BilingualText,
    log: inout FaultLog
  ) -> Word? where Word: RawRepresentable<String> & CaseIterable {
    guard let text = text(node, log: &log) else { return nil }
    if let word = Word(rawValue: text) { return word }
    let words = Word.allCases.map(\.rawValue)
    log.report(.unknownWord(text, meaning: meaning, words: words, at: log.location(of: node)))
    return nil
  }

  /// The word of a list that `field` is; a report when it is missing, none of them or no text.
  package func requiredWord<Word>(
    _ field: String,
    meaning: BilingualText,
    log: inout FaultLog
  ) -> Word? where Word: RawRepresentable<String> & CaseIterable {
    guard let value = self[field] else {
      log.report(.missingField(field, at: log.location(of: node)))
      return nil
    }
    return Self.word(value, meaning: meaning, log: &log)
  }
}

extension String {
  package func trimmingSpace() -> String {
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
    // Places are compared, not counts: counting walks the text.
    let isWhole = part.startIndex == startIndex && part.endIndex == endIndex
    return isWhole ? self : String(part)
  }
}
