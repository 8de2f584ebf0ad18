import ChainModel
import Foundation
import GraphKernel
import TestSupport
import Testing

@testable import ChainQueries

/// How many faults that are put into the library its check finds: reversed flows, wrong ones, wrong codes,
/// lost flows, markets that supply, returns that are not marked.
///
/// Measured without an input-output table, which does not come with the program; with one where
/// `LIANTU_TABLES` names a folder that holds `io-sectors.tsv` and `io-pairs.tsv`.
struct SensitivityTests {
  /// Spoils a library in one place; `false` where that place cannot be spoilt.
  typealias Spoil = (inout LibraryDraft, inout SplitMix64) -> Bool

  /// The share of rounds in which the check finds something that it did not find before.
  private func share(rounds: Int = 60, _ spoil: Spoil) throws -> Double {
    let draft = LibraryDraft(Library.graph)
    let before = Self.found(in: Library.graph)
    var random = SplitMix64(seed: 16)
    var (tried, found) = (0, 0)
    while tried < rounds {
      var spoilt = draft
      guard spoil(&spoilt, &random) else { continue }
      tried += 1
      if !Self.found(in: try spoilt.graph()).subtracting(before).isEmpty { found += 1 }
    }
    return Double(found) / Double(tried)
  }

  /// What tells of a fault; a missing source tells of none.
  private static func found(in graph: ChainGraph) -> Set<ChainRule.Finding> {
    Set(
      ChainCheck(graph, classes: Library.classes, table: table).findings()
        .filter { $0.rule != .unsourced }
    )
  }

  @Test func `reversed flows`() throws {
    let share = try share { draft, random in
      let line = draft.positions(of: "supplies").randomElement(using: &random) ?? 0
      (draft.lines[line].source, draft.lines[line].target) =
        (draft.lines[line].target, draft.lines[line].source)
      return true
    }
    #expect(share >= Self.reversed, "\(share)")
  }

  @Test func `random flows`() throws {
    let share = try share { draft, random in
      let segments = draft.nodes.indices.filter { draft.nodes[$0].kind == .segment }
      guard let a = segments.randomElement(using: &random),
        let b = segments.randomElement(using: &random), a != b
      else { return false }
      draft.lines.append(
        .init(
          kind: RelationKind("supplies"),
          source: NodeIndex(a),
          target: NodeIndex(b),
          origin: .industryKnowledge
        )
      )
      return true
    }
    #expect(share >= Self.random, "\(share)")
  }

  @Test func `wrong codes`() throws {
    let share = try share { draft, random in
      let segments = draft.nodes.indices.filter { draft.nodes[$0].kind == .segment }
      guard let segment = segments.randomElement(using: &random),
        case .list(var codes) = draft.nodes[segment].attributes[AttributeName("gb4754")],
        case .text(let code) = codes.first
      else { return false }
      // A digit mistyped.
      let digits = Array(code)
      let place = Int.random(in: 0..<4, using: &random)
      let other = Character(String(Int.random(in: 0...9, using: &random)))
      guard digits[place] != other else { return false }
      var wrong = digits
      wrong[place] = other
      codes[0] = .text(String(wrong))
      draft.nodes[segment].attributes[AttributeName("gb4754")] = .list(codes)
      return true
    }
    #expect(share >= Self.wrongCode, "\(share)")
  }

  @Test func `lost flows`() throws {
    let share = try share { draft, random in
      let line = draft.positions(of: "supplies").randomElement(using: &random) ?? 0
      draft.lines.remove(at: line)
      return true
    }
    #expect(share >= Self.lost, "\(share)")
  }

  @Test func `markets that supply`() throws {
    let share = try share { draft, random in
      let markets = draft.nodes.indices.filter {
        draft.nodes[$0].attributes[.role]?.description(in: .en) == "market"
      }
      let segments = draft.nodes.indices.filter { draft.nodes[$0].kind == .segment }
      guard let market = markets.randomElement(using: &random),
        let segment = segments.randomElement(using: &random), market != segment
      else { return false }
      draft.lines.append(
        .init(
          kind: RelationKind("supplies"),
          source: NodeIndex(market),
          target: NodeIndex(segment),
          origin: .industryKnowledge
        )
      )
      return true
    }
    #expect(share == 1, "\(share)")
  }

  @Test func `returns that are not marked`() throws {
    let share = try share { draft, random in
      let line = draft.positions(of: "returns").randomElement(using: &random) ?? 0
      draft.lines[line].kind = RelationKind("supplies")
      return true
    }
    #expect(share == 1, "\(share)")
  }

  private static let reversed = table == nil ? 0.6 : 0.72
  private static let random = table == nil ? 0.3 : 0.41
  private static let wrongCode = 0.8
  private static let lost = 0.2

  private static let table: InputOutputTable? = {
    guard let folder = ProcessInfo.processInfo.environment["LIANTU_TABLES"] else { return nil }
    let texts = ["io-sectors.tsv", "io-pairs.tsv"].compactMap {
      try? String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8)
    }
    return texts.count == 2 ? InputOutputTable(sectors: texts[0], pairs: texts[1]) : nil
  }()
}
