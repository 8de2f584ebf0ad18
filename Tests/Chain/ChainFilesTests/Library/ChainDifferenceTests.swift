import ChainModel
import Diagnostics
import TestSupport
import Testing

@testable import ChainFiles
@testable import ChainTestSupport

/// What differs between two editions.
struct ChainDifferenceTests {
  private func texts(_ changes: [EditionChange]) -> [String] {
    changes.map { change in
      "\(change.kind.rawValue) \(change.before.joined(separator: "+")) → "
        + "\(change.after.joined(separator: "+")) \(change.detail.zh)"
    }
  }

  @Test func `everything that an edition does is told, kind by kind`() throws {
    let folder = try DatasetFolder(EditionSamples.library(in: ""))
    let compared = try ComparedEditions(
      of: "盐业",
      from: "2026.1",
      to: nil,
      library: folder.path
    )
    #expect(compared.id == "salt" && compared.new == "2026.2")
    #expect(
      texts(compared.changes) == [
        "renamed 卤水 → 浓卤水 ", "merged 洗涤盐 → 精盐 ", "split 盐化工 → 氯碱+溴素 ",
        "narrowed 蒸发装备 → 蒸发装备 不再含离心机", "widened 原盐 → 原盐 也含湖盐",
        "moved 盐湖提锂 → 盐湖提锂 soda", "retired 浴盐 →  是用途，不是环节", "added  → 氯碱 ", "added  → 溴素 ",
        "added  → 碘盐 ", "flow-added  → 浓卤水+碘盐 物料", "flow-added  → 原盐+氯碱 物料",
        "flow-added  → 精盐+氯碱 物料", "flow-added  → 精盐+溴素 物料", "flow-added  → 碘盐+食盐市场 物料",
        "flow-removed 卤水+浴盐 →  物料", "flow-removed 卤水+盐湖提锂 →  物料",
        "flow-removed 原盐+盐化工 →  物料", "flow-removed 洗涤盐+盐化工 →  物料",
        "flow-removed 盐化工+浴盐 →  物料", "flow-removed 精盐+盐化工 →  物料",
        "flow-removed 浴盐+食盐市场 →  物料", "attribute 蒸发装备 → 蒸发装备 gb4754:  → 3521",
      ]
    )
  }

  @Test func `an edition does not differ from itself, and what is not there is told`() throws {
    let folder = try DatasetFolder(EditionSamples.library(in: ""))
    func compare(_ chain: String, _ old: String, _ new: String?) throws(ComparedEditions.Fault)
      -> [EditionChange]
    {
      try ComparedEditions(of: chain, from: old, to: new, library: folder.path).changes
    }
    #expect(try compare("salt", "2026.1", "2026.1").isEmpty)
    #expect(throws: ComparedEditions.Fault.noChain(["salt", "soda"])) {
      try compare("sal", "2026.1", nil)
    }
    #expect(throws: ComparedEditions.Fault.noEdition("2025.1", ["2026.1", "2026.2"])) {
      try compare("salt", "2025.1", nil)
    }
    #expect(throws: ComparedEditions.Fault.noWay) { try compare("salt", "2026.2", "2026.1") }
  }

  // MARK: Against what was done

  /// A chain as sets, with no thought of files.
  private struct Model {
    struct Segment {
      var name: String
      var code: String
    }
    var segments: [Int: Segment] = [:]
    /// By kind, source and target.
    var flows: Set<[String]> = []

    func text(_ edition: String, _ random: inout SplitMix64) -> String {
      var entries = segments.sorted { $0.key < $1.key }.map { id, segment in
        (id: id, fields: ["id: s\(id)", "name: \(segment.name)", "gb4754: [\"\(segment.code)\"]"])
      }
      for (kind, source, target) in flows.sorted(by: { $0.joined() < $1.joined() }).map({
        ($0[0], Int($0[1]) ?? 0, Int($0[2]) ?? 0)
      }) {
        // Either end may say so.
        let isForward = random.oneIn(2)
        let (own, other) = isForward ? (source, target) : (target, source)
        guard let place = entries.firstIndex(where: { $0.id == own }),
          let name = segments[other]?.name
        else { continue }
        let field = isForward ? "supplies" : "suppliedBy"
        let item = "{to: \(name), kind: \(kind)}"
        if let at = entries[place].fields.firstIndex(where: { $0.hasPrefix(field + ": [") }) {
          entries[place].fields[at] = entries[place].fields[at].dropLast() + ", \(item)]"
        } else {
          entries[place].fields.append("\(field): [\(item)]")
        }
      }
      let lines = entries.map { "  - {\($0.fields.joined(separator: ", "))}\n" }.joined()
      return "chain:\n  - {id: c, name: 链, edition: \"\(edition)\"}\nsegment:\n" + lines
    }
  }

  @Test func `random edits are found as they were made`() throws {
    for seed in Fuzzing.seeds(150) {
      var random = SplitMix64(seed: seed)
      let kinds = ["物料", "装备", "服务", "能源", "回用"]
      var old = Model()
      let count = 6 + random.number(below: 10)
      for id in 0..<count { old.segments[id] = .init(name: "段\(id)", code: "10\(id % 7)0") }
      for _ in 0..<count * 2 {
        let (a, b) = (random.number(below: count), random.number(below: count))
        if a != b { old.flows.insert([kinds[random.number(below: 5)], "\(a)", "\(b)"]) }
      }
      var new = old
      var said: [String: [String]] = [:]
      var expected: Set<String> = []
      /// Where segments of the older edition are; `nil` for nowhere.
      var lead: [Int: Int] = [:]
      var fresh = count
      func add() -> String {
        let name = "新\(fresh)"
        new.segments[fresh] = .init(name: name, code: "2000")
        expected.insert("added  → \(name) ")
        fresh += 1
        return name
      }
      // What others are merged into stays.
      let goal = 0
      for id in 0..<count {
        lead[id] = id
        let name = "段\(id)"
        switch id == goal ? 9 : random.number(below: 12) {
        case 0:
          new.segments[id]?.name = "改\(id)"
          said["rename", default: []].append("\(name): 改\(id)")
          expected.insert("renamed \(name) → 改\(id) ")
        case 1:
          new.segments[id] = nil
          lead[id] = goal
          said["merge", default: []].append(name)
          expected.insert("merged \(name) → 段\(goal) ")
        case 2:
          let (a, b) = (add(), add())
          new.segments[id] = nil
          lead[id] = nil
          said["split", default: []].append("\(name): [\(a), \(b)]")
          expected.insert("split \(name) → \(a)+\(b) ")
        case 3:
          new.segments[id] = nil
          lead[id] = nil
          said["retire", default: []].append("\(name): 无")
          expected.insert("retired \(name) →  无")
        case 4:
          said["narrow", default: []].append("\(name): 少")
          expected.insert("narrowed \(name) → \(name) 少")
        case 5:
          let code = old.segments[id]?.code ?? ""
          new.segments[id]?.code = "3000"
          expected.insert("attribute \(name) → \(name) gb4754: \(code) → 3000")
        default: break
        }
      }
      if let merged = said["merge"] {
        said["merge"] = ["段\(goal): [\(merged.joined(separator: ", "))]"]
      }
      // Flows follow; some go, some come.
      new.flows = []
      for flow in old.flows {
        guard let a = Int(flow[1]).flatMap({ lead[$0] }),
          let b = Int(flow[2]).flatMap({ lead[$0] }),
          a != b, !random.oneIn(6)
        else { continue }
        new.flows.insert([flow[0], "\(a)", "\(b)"])
      }
      let present = new.segments.keys.sorted()
      for _ in 0..<4 {
        let (a, b) = (
          present[random.number(below: present.count)], present[random.number(below: present.count)]
        )
        if a != b { new.flows.insert([kinds[random.number(below: 5)], "\(a)", "\(b)"]) }
      }
      // Slowly: a flow is gone when none of the new ones is it, and new when it is none of the old ones.
      for flow in old.flows {
        let (a, b) = (Int(flow[1]) ?? 0, Int(flow[2]) ?? 0)
        let isWithin = lead[a] != nil && lead[a] == lead[b]
        let isThere = new.flows.contains { other in
          other[0] == flow[0] && Int(other[1]) == lead[a] && Int(other[2]) == lead[b]
            && lead[a] != nil && lead[b] != nil
        }
        if !isThere, !isWithin { expected.insert("flow-removed 段\(a)+段\(b) →  \(flow[0])") }
      }
      for flow in new.flows {
        let (a, b) = (Int(flow[1]) ?? 0, Int(flow[2]) ?? 0)
        let wasThere = old.flows.contains { other in
          other[0] == flow[0] && lead[Int(other[1]) ?? 0] == a && lead[Int(other[2]) ?? 0] == b
        }
        guard !wasThere, let from = new.segments[a]?.name, let to = new.segments[b]?.name else {
          continue
        }
        expected.insert("flow-added  → \(from)+\(to) \(flow[0])")
      }
      let words = said.sorted { $0.key < $1.key }
        .map { "    \($0): {\($1.joined(separator: ", "))}\n" }.joined()
      let folder = try DatasetFolder([
        "c.yaml": new.text("2", &random), "history/c@1.yaml": old.text("1", &random),
        "changes.yaml": "changes:\n  - chain: c\n    from: \"1\"\n    to: \"2\"\n" + words,
      ])
      let check = ChainEditionsCheck(library: folder.path)
      #expect(check.diagnostics.isEmpty, "seed \(seed): \(check.diagnostics.map(\.message.en))")
      let found = try ComparedEditions(of: "c", from: "1", to: "2", library: folder.path).changes
      #expect(
        Set(texts(found)) == expected && found.count == expected.count,
        "seed \(seed): \(Set(texts(found)).symmetricDifference(expected).sorted())"
      )
    }
  }
}
