/// The tags of a marked-up text, without what stands between them.
enum MarkupTags {
  /// Calls `body` with each tag's name in lower case, its letters, and whether it ends an element; an
  /// element without content begins and ends.
  ///
  /// - Complexity: O(*n*).
  static func each(
    in letters: Letters,
    _ body: (_ name: String, _ tag: ArraySlice<Unicode.Scalar>, _ isEnd: Bool) -> Void
  ) {
    var position = 0
    while let start = letters[position...].firstIndex(of: "<") {
      let end = letters[start...].firstIndex(of: ">") ?? letters.count
      position = min(end + 1, letters.count)
      let tag = letters[(start + 1)..<end]
      let isEnd = tag.first == "/"
      let name = (isEnd ? tag.dropFirst() : tag).prefix(24).prefix {
        $0.isLatin || $0.isDigit || $0 == ":"
      }
      guard !name.isEmpty else { continue }
      let lowered = name.string.lowercased()
      body(lowered, tag, isEnd)
      if !isEnd, tag.last == "/", lowered == "w:lvl" || lowered == "w:style" || lowered == "w:num" {
        body(lowered, tag, true)
      }
    }
  }
}

extension ArraySlice<Unicode.Scalar> {
  /// The value of an attribute in a tag's letters; entities stay as they are.
  func attribute(_ name: String) -> String? {
    let wanted = Array(name.unicodeScalars) + ["="]
    var position = startIndex
    while position + wanted.count < endIndex {
      defer { position += 1 }
      guard self[position] == wanted[0], position > startIndex, self[position - 1].value <= 0x20,
        self[position...].starts(with: wanted)
      else { continue }
      let quote = self[position + wanted.count]
      guard quote == "\"" || quote == "'" else { return nil }
      let start = position + wanted.count + 1
      guard let end = self[start...].firstIndex(of: quote) else { return nil }
      return self[start..<end].string
    }
    return nil
  }
}
