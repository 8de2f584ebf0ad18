import ChainModel
import ChainPages
import Foundation
import Testing

@Suite("Search")
struct SearchTests {
  private struct Suggestion: Decodable {
    let id: String
    let name: String
    let kind: String
    let match: String
    let href: String
  }

  private func suggestions(_ text: String, _ explorer: Explorer) throws -> [Suggestion] {
    let json = explorer.suggestions(at: PageAddress(.suggestions(text)))
    return try JSONDecoder().decode([Suggestion].self, from: Data(json.utf8))
  }

  @Test(
    arguments: [
      ("cbjxcyjq", "cluster:船舶机械产业集群"), ("市工信局", "department:市工业和信息化局"),
      ("高端聚烯烃", "segment:高端聚烯烃"), ("segment:锂盐", "segment:锂盐"), (" 泳装产业集群 ", "cluster:泳装产业集群"),
    ]
  )
  func `a name, an alias and initials are found`(_ text: String, _ id: String) throws {
    let explorer = try Samples.large()
    guard explorer.dataset.graph.node(id: id) != nil else { return }
    #expect(explorer.search(text).first?.id == id)
    let first = try #require(try suggestions(text, explorer).first)
    #expect(first.id == id)
    let address = try PageAddress(href: first.href)
    #expect(address.node == id || address.place == .home(id))
  }

  @Test func `nothing is found for nothing, and no more than was asked for`() throws {
    let explorer = try Samples.large()
    #expect(explorer.search("  ").isEmpty && explorer.search("⌘").isEmpty)
    #expect(explorer.search("产业", limit: 3).count == 3)
    #expect(explorer.search("产业", limit: -1).isEmpty)
    #expect(try suggestions("产业", explorer).count == 12)
  }

  @Test func `names that begin with the text come before others of their kind`() throws {
    let explorer = try Samples.large()
    let graph = explorer.dataset.graph
    let hits = explorer.search("锂", limit: 100).filter { $0.match == .fragment }
    let begins = try hits.map { graph.name(of: try #require(graph.node(id: $0.id))).hasPrefix("锂") }
    let end = begins.firstIndex(of: false) ?? begins.count
    #expect(begins[end...].allSatisfy { !$0 })
  }
}
