import Diagnostics

/// A text that a record gives, and the place that writes it; `nil` where the mapping itself does.
struct RecordText {
  var text: String
  let place: BytePlace?
}

/// One record of a table, or one of the items that it stands for.
struct Record {
  let table: RecordTable
  let index: Int
  var item: RecordText?
  /// Counts what stands for nothing; `nil` where every text stands for itself.
  var emptyWords: EmptyWordCounts?

  var place: BytePlace { table.places[index] }

  /// The texts under a column, in the order of the file; none that is empty.
  func texts(_ column: String, in source: SourceText) -> [RecordText] {
    switch column {
    case StructuralColumn.item: return item.map { [$0] } ?? []
    case StructuralColumn.file: return [RecordText(text: table.fileName, place: place)]
    case StructuralColumn.line:
      let line = source.position(ofByte: place.range.lowerBound).line
      return [RecordText(text: String(line), place: place)]
    default: break
    }
    guard let number = table.column(column) else { return [] }
    return table.cells(of: index).lazy.filter { $0.column == UInt32(number) }
      .map { RecordText(text: table.text($0), place: $0.place) }
  }

  /// Whether a text of the record stands for nothing; one that does is counted.
  func isEmpty(_ text: RecordText, keeping kept: Set<String> = []) -> Bool {
    guard let emptyWords, let place = text.place, emptyWords.words.contains(text.text),
      !kept.contains(text.text)
    else { return false }
    emptyWords.add(text.text, at: place)
    return true
  }

  /// Whether a filter lets the record through.
  func passes(_ filter: RecordFilter, in source: SourceText) -> Bool {
    filter.only.allSatisfy { meets($0, source) } && !filter.not.contains { meets($0, source) }
  }

  private func meets(_ condition: RecordFilter.Condition, _ source: SourceText) -> Bool {
    let texts = texts(condition.column.text, in: source)
    if texts.isEmpty { return condition.values.contains("") }
    return texts.contains { condition.values.contains($0.text.trimmingSpace()) }
  }
}

extension TextMapping {
  /// The texts that the mapping makes of a record, each once; none that is empty.
  func texts(of record: Record, in source: SourceText) -> [RecordText] {
    var texts = raw(record, source)
    if isList {
      texts = texts.flatMap { whole in
        JSONReader.texts(whole.text)?.map { RecordText(text: $0, place: whole.place) } ?? [whole]
      }
    }
    if let join, texts.count > 1 {
      texts = [RecordText(text: texts.map(\.text).joined(separator: join), place: texts[0].place)]
    }
    for mark in split {
      texts = texts.flatMap { whole in
        whole.text.components(partedBy: mark).map { RecordText(text: $0, place: whole.place) }
      }
    }
    var result: [RecordText] = []
    for var text in texts {
      text.text = text.text.trimmingSpace()
      if let other = values[text.text] {
        text.text = other
      } else if !isStructural, record.isEmpty(text, keeping: options) {
        continue
      }
      guard !text.text.isEmpty, !result.contains(where: { $0.text == text.text }) else { continue }
      result.append(text)
    }
    return result
  }

  /// Whether it is what files themselves know nodes by, which stands for itself whatever it is.
  private var isStructural: Bool {
    template == nil && !columns.isEmpty
      && columns.allSatisfy { StructuralColumn.identities.contains($0.text) }
  }

  private func raw(_ record: Record, _ source: SourceText) -> [RecordText] {
    guard let template else {
      return columns.flatMap { record.texts($0.text, in: source) }
        + literals.map { RecordText(text: $0, place: nil) }
    }
    var text = ""
    var place: BytePlace?
    for part in template {
      switch part {
      case .text(let piece): text += piece
      case .column(let name):
        guard let first = record.texts(name, in: source).first,
          StructuralColumn.identities.contains(name) || !record.isEmpty(first)
        else { continue }
        text += first.text
        place = place ?? first.place
      }
    }
    // Of a record that has nothing to put in, only the frame would remain.
    let needsColumn = template.contains { if case .column = $0 { true } else { false } }
    return needsColumn && place == nil ? [] : [RecordText(text: text, place: place)]
  }
}

extension String {
  /// The parts between marks, without Foundation's costs.
  func components(partedBy mark: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let found = rest.firstRange(of: mark) {
      parts.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    return parts + [String(rest)]
  }
}
