import CSV
import TestSupport
import Testing

@Suite struct CSVTokenizerTests {
  @Test func `lines end by a newline, by a return and a newline, or with the file`() {
    let expected = [["甲", "1"], ["", "2"], ["丙", ""]]
    for text in ["甲,1\n,2\n丙,\n", "甲,1\r\n,2\r\n丙,\r\n", "甲,1\r\n,2\n丙,"] {
      let reading = Reading(text, columns: 2)
      #expect(reading.rows == expected)
      #expect(reading.stop == .end)
      #expect(reading.position == text.utf8.count)
    }
  }

  @Test func `a file without rows is one that ends`() {
    #expect(Reading("", columns: 3).rows.isEmpty)
    #expect(Reading("", columns: 3).stop == .end)
  }

  @Test func `quotes keep commas, ends of lines and doubled quotes`() {
    let reading = Reading("\"a,b\",\"c\r\nd\n\"\r\n\"\",\"\"\"e\"\"\"\nf,\"g\"", columns: 2)
    #expect(reading.rows == [["a,b", "c\r\nd\n"], ["", "\"e\""], ["f", "g"]])
    #expect(reading.quoted == [[true, true], [true, true], [false, true]])
    #expect(reading.quotedLineEnds == 2)
    #expect(reading.stop == .end)
  }

  @Test func `rows with more or fewer cells are set aside with their places`() {
    let reading = Reading("a,b\nc\n\"d\"\"\",e,\"f\"\"\"\r\n\ng,h\n", columns: 2)
    #expect(reading.rows == [["a", "b"], ["g", "h"]])
    #expect(reading.ragged == [[4, 5, 1], [6, 19, 3], [21, 21, 1]])
  }

  @Test(arguments: [";", "|", "\t", "~", "!"] as [Unicode.Scalar])
  func `another sign parts cells as the comma does, wherever it stands`(mark: Unicode.Scalar) {
    var random = SplitMix64(seed: 15)
    let pieces = ["", "甲", "a", "b,c", "-.", "1", "\"x,\"\"y\"", "\"\n\"", "<:>", "链链链"]
    for _ in 0..<2_000 {
      let rows = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        (0..<3).map { _ in pieces.randomElement(using: &random) ?? "" }
      }
      let text = rows.map { $0.joined(separator: String(mark)) + "\n" }.joined()
      // The same with the comma and what stands for it exchanged.
      let swapped = text.unicodeScalars.map { scalar in
        Character(scalar == mark ? "," : scalar == "," ? mark : scalar)
      }
      let reading = Reading(Array(text.utf8), columns: 3, separator: UInt8(ascii: mark))
      var other = Reading(Array(String(swapped).utf8), columns: 3)
      other.rows = other.rows.map { row in
        row.map { cell in
          String(String.UnicodeScalarView(cell.unicodeScalars.map { $0 == mark ? "," : $0 }))
        }
      }
      #expect(reading == other, "\(text)")
    }
  }

  @Test func `a byte-order mark is text: whoever reads the file steps over it`() {
    #expect(Reading("\u{FEFF}a\n", columns: 1).rows == [["\u{FEFF}a"]])
  }

  @Test(
    arguments: [
      ("a\nb\"c\n", CSVBreak.Problem.strayQuote, 3),
      ("a\n\"b\"c\n", .textAfterQuote, 5),
      ("a\n\"b\" \n", .textAfterQuote, 5),
      ("a\n\"b\n", .unterminatedQuote, 2),
      ("a\n\"b\"\"", .unterminatedQuote, 2),
      ("a\nb\rc\n", .bareReturn, 3),
      ("a\nb\r", .bareReturn, 3),
      ("a\n\"b\"\rc\n", .bareReturn, 5),
      ("a\nb\0\n", .nul, 3),
      ("a\n\"b\0\"\n", .nul, 4),
    ]
  )
  func `what cannot be told apart is a break with its place, after the rows before`(
    text: String,
    problem: CSVBreak.Problem,
    position: Int
  ) {
    let reading = Reading(text, columns: 1)
    #expect(reading.rows == [["a"]])
    #expect(reading.stop == .broken(CSVBreak(problem, at: position)))
    #expect(reading.position == 2)
    for step in 1...text.utf8.count {
      let bits = Reading(text, columns: 1, step: step)
      #expect(bits.rows == [["a"]], "\(step) bytes at a time")
      guard case .broken(let found) = bits.stop else {
        Issue.record("no break, \(step) bytes at a time")
        continue
      }
      #expect(found.problem == problem, "\(step) bytes at a time")
    }
  }

  @Test func `rows from the limit on are left to whoever reads the next chunk`() {
    let text = "a\nbc\n\"d\ne\"\nf\n"
    let whole = Reading(text, columns: 1).rows
    for limit in 0...text.utf8.count {
      let first = Reading(text, columns: 1, limit: limit)
      #expect(first.stop == .limit, "\(limit)")
      let rest = Reading(Array(text.utf8.dropFirst(first.position)), columns: 1)
      #expect(first.rows + rest.rows == whole, "\(limit)")
      #expect(first.position >= limit, "\(limit)")
    }
  }

  @Test func `a file of many blocks gives every row once`() {
    let count = 3 * CSVTokenizer.blockRows + 7
    let text = (0..<count).map { $0 % 5 == 4 ? "ragged\n" : "\($0),\"\($0)\"\"\"\n" }.joined()
    let reading = Reading(text, columns: 2)
    let kept = (0..<count).filter { $0 % 5 != 4 }
    #expect(reading.rows == kept.map { ["\($0)", "\($0)\""] })
    #expect(reading.ragged.count == count - kept.count)
  }

  @Test func `wherever the bytes are cut, random files read the same`() {
    for seed in Fuzzing.rounds(300) {
      var random = SplitMix64(seed: UInt64(seed))
      let columns = Int.random(in: 1...3, using: &random)
      let rows = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        (0..<columns).map { _ in Self.cell(&random) }
      }
      let ends = ["\n", "\r\n"]
      let text = rows.map { row in
        let cells = row.map { Self.written($0, &random) }
        // A row of one empty cell alone would be an empty line, which is one as well.
        return cells.joined(separator: ",") + ends[Int.random(in: 0...1, using: &random)]
      }.joined()
      let whole = Reading(text, columns: columns)
      #expect(whole.rows == rows, "seed \(seed): \(text.debugDescription)")
      #expect(whole.quotedLineEnds == text.utf8.count { $0 == 0x0A } - rows.count)
      for step in 1...max(1, text.utf8.count) {
        var bits = Reading(text, columns: columns, step: step)
        // A file that comes in bits may end between two calls.
        if bits.stop == .starved { bits.stop = .end }
        #expect(bits == whole, "seed \(seed), \(step) bytes: \(text.debugDescription)")
      }
    }
  }

  private static func cell(_ random: inout SplitMix64) -> String {
    let letters = ["a", "链", ",", "\"", "\n", "\r\n", "bcdefghij"]
    let count = Int.random(in: 0...3, using: &random)
    return (0..<count).map { _ in letters[Int.random(in: letters.indices, using: &random)] }
      .joined()
  }

  /// A cell as a file may hold it: in quotes where it must be, and at random.
  private static func written(_ cell: String, _ random: inout SplitMix64) -> String {
    let needsQuotes = cell.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    guard needsQuotes || Bool.random(using: &random) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
