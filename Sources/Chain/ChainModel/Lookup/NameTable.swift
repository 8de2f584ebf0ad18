package import Columns
import Diagnostics
public import GraphKernel

/// Nodes by their exact identity, name or alias.
package struct NameTable: Sendable {
  /// The spellings of a node table, by what look-ups compare of them.
  package let spellings: TextIndex
  /// The identities that the data gives, by their canonical form.
  package let identities: TextIndex

  /// A table given as indices over the columns of a node table.
  package init(spellings: TextIndex, identities: TextIndex) {
    self.spellings = spellings
    self.identities = identities
  }

  package var byteCount: Int { spellings.byteCount + identities.byteCount }
}

extension ChainGraph {
  /// The nodes that bear `name` as name or alias, in the order of the data, each once.
  func nodes(named name: some StringProtocol) -> [NodeIndex] {
    let column = nodeTable.spellings
    let found = NameKey(name).withBytes { key in
      names.spellings.entries(of: key) { NameKey.isKey(key, of: column.texts, at: $0) }
    }
    var nodes: [NodeIndex] = []
    for spelling in found.reversed() {
      let node = NodeIndex(column.node(of: spelling))
      if nodes.last != node { nodes.append(node) }
    }
    return nodes
  }

  /// The node whose identity equals `id`, as strings do; `nil` when there is none.
  public func node(id: String) -> NodeIndex? {
    var id = id
    let texts = nodeTable.identities.texts
    let given = id.withUTF8 { bytes in
      CanonicalForm.withBytes(of: bytes) { form in
        names.identities.entries(of: form) { texts.isEqual($0, to: bytes) }
      }
    }
    if let text = given.first { return NodeIndex(nodeTable.identities.node(of: text)) }
    guard let colon = id.firstIndex(of: ":"),
      let kind = ontology.position(of: NodeKind(String(id[..<colon])))
    else { return nil }
    let name = id[id.index(after: colon)...]
    return nodes(named: name).first { node in
      nodeTable.kinds[node.position] == kind
        && nodeTable.identities.text(of: node.position) == nil
        && self.name(of: node) == name
    }
  }
}
