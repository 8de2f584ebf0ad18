/// The names of regions that a text speaks of.
enum Regions {
  /// The names without 县, 市, 区 or 镇 at their end: `绥中`, `兴城`.
  static func stems(in lines: [PolicyLine]) -> Set<String> {
    var stems: Set<String> = []
    for line in lines {
      let characters = line.characters
      for position in characters.indices where "县市区镇".unicodeScalars.contains(characters[position])
      {
        for length in [2, 3] where position >= length {
          let stem = characters[(position - length)..<position]
          if stem.allSatisfy(\.isHan) { stems.insert(stem.string) }
        }
      }
    }
    return stems
  }
}
