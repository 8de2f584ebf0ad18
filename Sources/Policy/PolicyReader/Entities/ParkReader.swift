/// Finds parks by the endings of their names.
struct ParkReader {
  private(set) var parks: [ParkEntity] = []
  private var known: Set<String> = []

  private static let longestName = 20

  init(_ outline: Outline, besides ranges: [[Range<Int>]]) {
    for (paragraph, ranges) in zip(outline.paragraphs, ranges) {
      let characters = paragraph.line.characters
      guard !characters.contains("\t"), characters.contains("区") || characters.contains("园") else {
        continue
      }
      var position = paragraph.body
      var range = 0
      while position < characters.count {
        if range < ranges.count, ranges[range].contains(position) {
          position = ranges[range].upperBound
          range += 1
          continue
        }
        guard characters[position] == "区" || characters[position] == "园" else {
          position += 1
          continue
        }
        if let name = Self.name(characters, endingWith: position, from: paragraph.body),
          known.insert(name).inserted
        {
          let item = outline.items[paragraph.item]
          let line = paragraph.line.line(at: position)
          parks.append(ParkEntity(name: name, place: item.place, line: line, item: paragraph.item))
        }
        position += 1
      }
    }
  }

  private static func name(_ characters: Characters, endingWith last: Int, from start: Int)
    -> String?
  {
    if last + 1 < characters.count, "区域位内".unicodeScalars.contains(characters[last + 1]) {
      return nil
    }
    let window = characters[max(start, last + 1 - longestName)...last]
    guard let ending = window.ending(of: EntityWords.parkEndings) else { return nil }
    var low = last + 1 - ending.characters.count
    while low > window.startIndex {
      let character = characters[low - 1]
      guard character.isHan || character == "·", !EntityWords.strangers.contains(character) else {
        break
      }
      guard characters[..<low].suffix(2).ending(of: EntityWords.parkLeads) == nil else { break }
      low -= 1
    }
    let name = characters[low...last]
    let first = name.first ?? "区"
    guard !"上下个区园".unicodeScalars.contains(first), Marker.chinese(first) == nil,
      name.firstIndex(of: "个") == nil
    else { return nil }
    guard name.count >= ending.characters.count + 2,
      low > window.startIndex || window.startIndex == start,
      name.beginning(of: EntityWords.genericParks) == nil
    else { return nil }
    return name.string
  }
}
