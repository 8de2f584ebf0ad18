import Diagnostics
import ProgressLoop
import TestSupport
import Testing

/// Plans and journals only grow; what else was done to them is found at its line.
@Suite struct LoopGrowthTests {
  private static let lines = ["line,recorded,item"] + (1...8).map { "j\($0),2024-05-0\($0),事" }

  private func flaws(_ old: String, _ new: String?) -> [String] {
    let before = LoopFiles(journals: [.init(path: "then/journal/2024.csv", bytes: Array(old.utf8))])
    let after = LoopFiles(
      journals: new.map { [.init(path: "now/journal/2024.csv", bytes: Array($0.utf8))] } ?? []
    )
    return after.growth(since: before).diagnostics.map { diagnostic in
      "\(diagnostic.code) \(diagnostic.location?.range?.start.line ?? 0)"
    }
  }

  private func text(_ lines: [String]) -> String { lines.joined(separator: "\n") + "\n" }

  @Test func `what was added behind is growth, whatever ends the lines`() {
    let old = text(Self.lines)
    let more = old + "j9,2024-05-09,事\n"
    for new in [old, more, "\u{FEFF}" + more, more.replacing("\n", with: "\r\n"), more + ",,\r\n"] {
      #expect(flaws(old, new).isEmpty, "\(new)")
    }
    let unended = String(old.dropLast())
    #expect(flaws(unended, unended + "\nj9,2024-05-09,事").isEmpty)
    #expect(flaws(unended, unended + "务\n") == ["changed-line 9"])
    #expect(flaws(old, nil) == ["removed-file 0"])
    #expect(flaws("", nil).isEmpty)
  }

  @Test func `each line that was changed, removed, moved or put between is told once`() {
    let old = text(Self.lines)
    var lines = Self.lines + ["j9,2024-05-09,事"]
    lines[3] = "j3,2024-05-03,物"
    #expect(flaws(old, text(lines)) == ["changed-line 4"])
    lines = Self.lines + ["j9,2024-05-09,事"]
    lines.remove(at: 8)
    #expect(flaws(old, text(lines)) == ["removed-line 9"])
    lines = Self.lines
    lines.insert("j9,2024-05-04,事", at: 5)
    #expect(flaws(old, text(lines)) == ["inserted-line 6"])
    lines = Self.lines
    lines.swapAt(4, 5)
    #expect(flaws(old, text(lines)) == ["moved-line 5"])
    #expect(flaws(old, "line,recorded,item\n").count == 8)
    #expect(flaws(old, "").count == 9)
  }

  @Test(arguments: Fuzzing.seeds(200))
  func `no change of the past goes unseen, and no growth is one`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let count = 1 + random.number(below: 12)
    let old =
      ["line,recorded,item"] + (0..<count).map { "j\($0),2024-05-01,\(random.number(below: 3))" }
    let grown = old + (0..<random.number(below: 4)).map { "k\($0),2024-06-01,事" }
    #expect(flaws(text(old), text(grown)).isEmpty)
    var new = grown
    let place = 1 + random.number(below: count)
    switch random.number(below: 4) {
    case 0: new[place] += "x"
    case 1: new.remove(at: place)
    case 2: new.insert("new,2024-05-01,事", at: place)
    default:
      let other = 1 + random.number(below: count)
      guard other != place else { return }
      new.swapAt(place, other)
    }
    let found = flaws(text(old), text(new))
    #expect(!found.isEmpty, "seed \(seed): \(new)")
    #expect(found.allSatisfy { !$0.hasSuffix(" 0") }, "seed \(seed): \(found)")
  }
}
