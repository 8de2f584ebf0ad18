/// Cells in which units and people stand together: 市政府 王某 under 链长单位及链长.
enum PairedCell {
  private static let joints: [Word] = ["及", "和", "与", "、", "/"]

  /// The labels of a head that names units and people at once, those of the units first.
  static func labels(
    of head: ArraySlice<Unicode.Scalar>
  ) -> (units: ArraySlice<Unicode.Scalar>, people: ArraySlice<Unicode.Scalar>)? {
    for joint in joints {
      guard let found = head.first(joint), found > head.startIndex else { continue }
      let (left, right) = (head[..<found], head[(found + joint.characters.count)...])
      guard let first = RoleLabel(left), let second = RoleLabel(right),
        first.namesPeople != second.namesPeople
      else { continue }
      return second.namesPeople ? (left, right) : (right, left)
    }
    return nil
  }

  /// The units and the people of a cell, each as a list.
  static func parts(of cell: ArraySlice<Unicode.Scalar>) -> (units: Characters, people: Characters)
  {
    var units: [Characters] = []
    var people: [Characters] = []
    for piece in cell.split(whereSeparator: { "、,; ".unicodeScalars.contains($0) }) {
      if PersonWords.isName(piece), !UnitWords.mayBeUnit(piece) {
        people.append(Array(piece))
        continue
      }
      let name = [3, 2, 4].lazy.map { piece.suffix($0) }.first { name in
        let unit = piece.dropLast(name.count)
        return unit.count > 1 && PersonWords.isName(name) && UnitWords.mayBeUnit(unit)
      }
      if let name {
        units.append(Array(piece.dropLast(name.count)))
        people.append(Array(name))
      } else {
        units.append(Array(piece))
      }
    }
    return (Array(units.joined(separator: ["、"])), Array(people.joined(separator: ["、"])))
  }

  /// The people of a cell with the titles of the cell beside it; `nil` where the two do not agree in number.
  static func people(_ names: Characters, with titles: Characters) -> Characters? {
    guard !titles.isEmpty else { return names }
    let marks = Set("、;,".unicodeScalars)
    // A name of two characters may be padded: 王 某.
    let people = LeaderList.names(in: names[...])
    guard people.count > 1 else { return names + ["("] + titles + [")"] }
    var parts = titles.split { $0 == ";" }
    if parts.count != people.count { parts = titles.split { $0 == " " } }
    if parts.count != people.count { parts = titles.split { marks.contains($0) } }
    guard parts.count == people.count else { return nil }
    return Array(
      zip(people, parts).map { person, title in Array(person.unicodeScalars) + ["("] + title + [")"]
      }
      .joined(separator: ["、"])
    )
  }
}
