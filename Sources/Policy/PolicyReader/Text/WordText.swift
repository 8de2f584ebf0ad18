internal import XML

/// The text of a Word document: a line for each paragraph, with the number that Word puts before it.
struct WordText {
  private var lines = DocumentLines()
  /// Whether what comes is text: only what stands in a run's text is.
  private var isText = false
  /// How Word numbers paragraphs, and what it says of the one that is being read.
  private var numbering: WordNumbering?
  private var paragraph = WordNumbering.Paragraph()
  /// How many settings of an earlier version of the paragraph are open.
  private var changes = 0
  /// What is doubtful about the numbers, with its line.
  private(set) var doubts: [(line: Int, reason: ReviewReason)] = []

  /// The lines.
  var text: String { lines.text }

  /// Reads the part that is the document.
  ///
  /// - Throws: A fault when the part is no XML, or none of Word's.
  /// - Complexity: O(*n*).
  init(_ part: [UInt8], numbering: WordNumbering?) throws(PolicyFault) {
    self.numbering = numbering
    let isWord: Bool
    do throws(XMLFault) {
      isWord = try read(part)
    } catch {
      throw PolicyFault(malformed: error)
    }
    guard isWord else { throw .foreignText }
  }

  /// - Returns: Whether the part is a document of Word's; one that is not is left at once.
  private mutating func read(_ part: [UInt8]) throws(XMLFault) -> Bool {
    var reader = XMLReader(part)
    var isDocument = false
    while let event = try reader.next() {
      switch event {
      case .start(let element):
        let name = WordMarkup.name(element.name)
        guard isDocument || name == "document" else { return false }
        isDocument = true
        if let name { start(name, element) }
      case .end(let name):
        if let name = WordMarkup.name(name) { end(name) }
      case .text(let text):
        guard isText else { break }
        for character in text.unicodeScalars { put(character) }
      }
    }
    lines.finish()
    return isDocument
  }

  // MARK: Elements

  private mutating func start(_ name: String, _ element: XMLElement) {
    switch name {
    case "p": paragraph = WordNumbering.Paragraph()
    case "pPrChange": changes += 1
    case "pStyle" where changes == 0: paragraph.style = element.value ?? paragraph.style
    case "numId" where changes == 0: paragraph.list = element.value ?? paragraph.list
    case "ilvl" where changes == 0:
      paragraph.level = element.value.map { Int($0) } ?? paragraph.level
    case "t": isText = true
    case "tab": put(" ")
    case "br", "cr": lines.breakLine()
    case "tbl": lines.beginTable()
    case "tr": lines.beginRow()
    case "tc": lines.beginCell()
    case "gridSpan": if let columns = element.number { lines.spanCell(columns: columns) }
    case "vMerge": if element.value != "restart" { lines.continueCell() }
    default: break
    }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "p":
      // One without text counts all the same.
      if !paragraph.isNumbered { _ = numbering?.next(paragraph) }
      paragraph = WordNumbering.Paragraph()
      lines.breakLine()
    case "pPrChange": changes -= 1
    case "t": isText = false
    case "tc": lines.endCell()
    case "tr": lines.endRow()
    case "tbl": lines.endTable()
    default: break
    }
  }

  // MARK: Characters

  private mutating func put(_ character: Unicode.Scalar) {
    putNumber()
    lines.put(character)
  }

  /// Puts the number of the paragraph before its first character.
  private mutating func putNumber() {
    guard !paragraph.isNumbered else { return }
    paragraph.isNumbered = true
    switch numbering?.next(paragraph) {
    case .text(let number):
      if doubts.isEmpty { doubts.append((lines.number, .automaticNumbers)) }
      lines.put(before: number)
    case .lost: doubts.append((lines.number, .lostNumber))
    case .bullet: break
    case nil:
      let isLost = numbering == nil && paragraph.list.map { $0 != "0" } == true
      if isLost { doubts.append((lines.number, .lostNumber)) }
    }
  }
}

extension PolicyFault {
  fileprivate static let foreignText = PolicyFault(
    "word-not-text",
    zh: "不是 Word 文件（.docx）：正文不是 WordprocessingML",
    en: "not a Word document (.docx): its text is no WordprocessingML"
  )

  fileprivate init(malformed fault: XMLFault) {
    let (line, column) = (fault.position.line, fault.position.column)
    self.init(
      "word-malformed",
      zh: "Word 文件的正文第 \(line) 行第 \(column) 列有误：\(fault.message.zh)",
      en: "the text of the Word document is at fault in line \(line), column \(column): "
        + fault.message.en
    )
  }
}
