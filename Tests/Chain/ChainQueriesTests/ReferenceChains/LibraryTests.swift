import ChainFiles
import ChainModel
import Foundation
import GraphKernel
import TestSupport
import Testing

@testable import ChainQueries

/// The library of chains that comes with the program.
struct LibraryTests {
  private static let chains = [
    "agri-food", "ceramics", "energy-storage", "hydrogen", "ic-equipment", "industrial-internet",
    "lithium-battery", "machinery", "marine-food", "nonferrous", "nuclear-power", "nuclear-tech",
    "petrochem", "shipbuilding", "solar-power", "swimwear", "tourism", "wind-power",
  ]

  @Test func `it reads without a fault, and says of no chain that somebody reviewed it`() throws {
    let loaded = Dataset.load(folder: Library.folder)
    #expect(loaded.diagnostics.isEmpty, "\(loaded.diagnostics.map(\.message.en))")
    let graph = try #require(loaded.dataset?.graph)
    #expect(graph.nodes(of: .chain).map { graph.id(of: $0) } == Self.chains)
    for chain in graph.nodes(of: .chain) {
      #expect(graph.option(.status, of: chain) == "draft")
      #expect(graph.attribute(AttributeName("reviewedBy"), of: chain) == nil)
    }
  }

  @Test func `the check finds no error, and no warning without a reason but missing sources`() {
    let graph = Library.graph
    let waivers = ChainWaivers(library: Library.folder)
    #expect(waivers.diagnostics.isEmpty)
    let findings = ChainCheck(graph, classes: Library.classes).findings()
    let open = findings.filter { finding in
      !waivers.waivers.contains { waiver in
        waiver.rule == finding.rule.rawValue && waiver.from == graph.name(of: finding.segment)
          && waiver.to == finding.other.map { graph.name(of: $0) }
      }
    }
    let rest = open.filter { $0.rule != .unsourced }
    #expect(rest.isEmpty, "\(rest.map { "\($0.rule) \(graph.name(of: $0.segment)) \($0.detail)" })")
  }

  @Test func `each waiver is of a rule, and of what is there`() {
    let names = Set(Library.graph.nodes(of: .segment).map { Library.graph.name(of: $0) })
    for waiver in ChainWaivers(library: Library.folder).waivers {
      #expect(ChainRule(rawValue: waiver.rule) != nil, "\(waiver.rule)")
      #expect(names.contains(waiver.from) && waiver.to.map(names.contains) != false, "\(waiver)")
    }
  }

  @Test
  func `at least half of the material flows have a source, and each source is one of the list`() {
    let check = ChainCheck(Library.graph)
    let figures = Library.graph.nodes(of: .chain).map { check.figures(of: $0) }
    let material = figures.reduce(0) { $0 + $1.materialFlows }
    let sourced = figures.reduce(0) { $0 + $1.sourced }
    #expect(material > 1000 && sourced * 2 >= material)
    #expect(figures.allSatisfy { $0.segments >= 25 && $0.segments <= 65 })
  }

  @Test func `a new city uses three chains in seventeen lines`() throws {
    let folder = Repository.path + "/Tests/Chain/ChainQueriesTests/ReferenceChains/NewCity"
    let loaded = Dataset.load(folder: folder)
    #expect(loaded.diagnostics.filter { $0.severity == .error }.isEmpty)
    let graph = try #require(loaded.dataset?.graph)
    let clusters = graph.nodes(of: .cluster)
    #expect(clusters.map { graph.chain(of: $0).segments.count > 25 } == [true, true])
    let carbonate = try #require(graph.node(id: "lithium-battery/lithium-carbonate"))
    #expect(graph.verdict(of: carbonate) == .single)
    let files = ["dataset.yaml", "city.yaml"]
    let lines = try files.map { try String(contentsOfFile: folder + "/" + $0, encoding: .utf8) }
      .joined().split(separator: "\n")
    #expect(lines.count < 30)
  }
}
