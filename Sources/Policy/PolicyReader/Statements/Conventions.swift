/// What a document declares once of the lists of all its statements.
struct Conventions {
  /// The first unit of a list leads (列第一位的为牵头单位，下同).
  private(set) var firstLeads = false
  /// The units before the first comma lead (第一个逗号前为牵头单位).
  private(set) var commaLeads = false
  /// What is marked leads (标*的为牵头单位).
  private(set) var markLeads = false

  /// The conventions that stand anywhere in `lines`.
  init(in lines: [PolicyLine]) {
    for line in lines {
      let characters = line.characters
      var position = characters.first("牵头")
      while let found = position {
        // What is declared stands in a sentence of its own.
        let around = characters[max(0, found - 24)..<min(characters.count, found + 24)]
        if around.contains("逗号"), around.containsAny(["前", "之前"]) {
          commaLeads = true
        } else if around.containsAny(["第一位", "首位", "第一个", "首个", "第一家", "第一单位", "排名第一"]) {
          firstLeads = true
        }
        if around.containsAny(["*", "★", "星号", "▲"]),
          around.containsAny(["标", "带", "为牵头", "的为", "表示", "是牵头", "注"])
        {
          markLeads = true
        }
        position = characters.first("牵头", from: found + 2)
      }
    }
  }

  /// Whether a sentence declares what lists mean, and says nothing of an item.
  static func declares(_ sentence: ArraySlice<Unicode.Scalar>) -> Bool {
    guard sentence.contains("牵头") else { return false }
    return sentence.containsAny(["逗号", "第一位", "首位", "第一个", "首个", "第一家", "第一单位", "排名第一"])
      || sentence.containsAny(["*", "★", "星号", "▲"])
        && sentence.containsAny(["标", "带", "为", "表示", "注"])
  }

  /// Gives the roles that the conventions say; a list that names a lead itself keeps its own.
  func apply(to mentions: inout [Mention]) -> [(about: String, reason: ReviewReason)] {
    var doubts: [(about: String, reason: ReviewReason)] = []
    if mentions.contains(where: \.isMarked) {
      for position in mentions.indices where mentions[position].isMarked {
        mentions[position].role = .lead
        if !markLeads { doubts.append((mentions[position].name, .undeclaredMark)) }
      }
      return doubts
    }
    guard !mentions.contains(where: { $0.role == .lead }) else { return [] }
    let ranked = mentions.indices.filter { mentions[$0].isRanked }
    guard let first = ranked.first else { return [] }
    if commaLeads {
      for position in ranked where mentions[position].group == mentions[first].group {
        mentions[position].role = .lead
      }
    } else if firstLeads {
      mentions[first].role = .lead
    }
    return []
  }
}
