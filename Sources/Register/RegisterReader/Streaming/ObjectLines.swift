import Diagnostics

/// Reads a register that is a JSON object a line.
enum ObjectLines {
  /// How many faulty lines are told each.
  private static let mostFaults = 20

  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>,
    path: String,
    title: String,
    _ before: NoteLog
  ) -> RegisterReading {
    let lines = TextLines(path: path, bytes: bytes)
    var notes = before
    var errors: [Diagnostic] = []
    var faults = 0
    var rows: [RegisterRow] = []
    var unread: [String] = []
    var splitter = StreamedLines()
    splitter.take(bytes, isEnd: true) { number, line, fault in
      var fault = fault
      var start = 0
      if let line, let base = bytes.baseAddress, let lineBase = line.baseAddress {
        start = base.distance(to: lineBase)
        do throws(StreamFault) {
          unread.removeAll(keepingCapacity: true)
          let firm = try StreamedFirm.read(line, needsID: false, collects: true, unread: &unread)
          if let firm { rows.append(RegisterRow(firm, number: number)) }
          for name in unread {
            notes.add(.unreadFields, name, row: number, at: place(start..<start + 1, number))
          }
        } catch {
          fault = error
        }
      }
      guard let fault else { return }
      faults += 1
      guard faults <= mostFaults else { return }
      let byte = start + fault.byte
      let at =
        line == nil
        ? Diagnostic.Location(
          path: path,
          range: SourceRange(start: SourcePosition(line: number, column: 1))
        ) : place(byte..<byte + 1, number)
      errors.append(.faultyLine(fault, at: at))

      func place(_ range: Range<Int>, _ number: Int) -> Diagnostic.Location {
        lines.location(range, from: (start, number))
      }
    }
    let whole = Diagnostic.Location(path: path, range: nil)
    if faults > mostFaults { errors.append(.moreFaultyLines(faults - mostFaults, at: whole)) }
    if rows.isEmpty, errors.isEmpty { errors.append(.noFirms(at: whole)) }
    let headings = RegisterRow.streamedFields
    return RegisterReading(
      Register(title: title, headings: headings, rows: rows),
      notes: notes.notes,
      errors: errors,
      path: path,
      excerpt: lines.line
    )
  }
}

extension RegisterRow {
  /// The fields that a line can have.
  static let streamedFields = ["id", "name", "creditCode", "industryCode", "scope", "products"]

  /// The row of a streamed firm; its `id` is kept among the other values.
  package init(_ firm: StreamedFirm, number: Int) {
    self.init(number: number, name: firm.name.trimmingSpace())
    creditCode = firm.creditCode.trimmingSpace()
    industryCode = firm.industryCode.trimmingSpace()
    scope = firm.scope
    products = firm.products
    if !firm.id.isEmpty { other = [Other(heading: "id", text: firm.id)] }
  }
}
