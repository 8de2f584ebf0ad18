import Foundation
import TestSupport
import Testing

@testable import ChainDrawing
@testable import ChainExplorer

@Suite(.serialized) struct PictureTests {
  private static let swimwear = "泳装".encoded

  /// A site whose pictures are drawn by a shell script; `$0` is `liantu`, `$1` a folder of the test.
  private static func site(
    _ script: String,
    _ folder: DatasetFolder,
    change: (inout PictureWork) -> Void = { _ in }
  ) throws -> Site {
    try Site { options in
      let command = options.pictures.executable
      options.pictures.executable = "/bin/sh"
      options.pictures.arguments = ["-c", script, command, folder.path]
      change(&options.pictures)
    }
  }

  private static let failures = "liantu_picture_failures_total"

  @Test(arguments: [
    ("svg", "image/svg+xml", "<?xml"), ("png", "image/png", "\u{89}PNG"),
    ("pdf", "application/pdf", "%PDF"),
  ])
  func `a picture comes in every form`(ending: String, type: String, start: String) async throws {
    try await Site().asking { ask in
      let response = try await ask("/view/gaps.\(ending)?of=\(Self.swimwear)")
      // What a page in the picture's place says is why there is none.
      try #require(
        response.status == .ok && response.headers[.contentType] == type,
        "\(response.status) \(response.text.split(separator: "<p class=\"fault\"").last?.prefix(400) ?? "")"
      )
      let first = response.body.readableBytesView.prefix(start.unicodeScalars.count)
      #expect(first.elementsEqual(start.unicodeScalars.map { UInt8($0.value) }))
      let disposition = try #require(response.headers[.contentDisposition])
      #expect(disposition.contains("filename=\"gaps.\(ending)\"; filename*=UTF-8''%E6"))
    }
  }

  @Test func `a picture is the one that the library draws`() async throws {
    let site = try Site()
    let current = await site.server.keeper.state.current
    let view = try current.dataset.view(.init("gaps", of: ["泳装"]), language: .zh)
    let drawn = try view.picture.render(as: .svg)
    try await site.asking { ask in
      let served = try await ask("/view/gaps.svg?of=\(Self.swimwear)")
      #expect(Array(served.body.readableBytesView) == drawn)
    }
  }

  @Test func `an order that is coded and decoded is the same`() throws {
    let view = try DataState.read(
      DataSource(path: Site.huludao, language: nil, isStatedAlone: false, replyBytes: 1),
      number: 1
    ).dataset.view(.init("panorama", of: ["泳装"]), language: .zh)
    let order = PictureOrder(view.picture, theme: .standard, as: .pdf)
    let bytes = try order.encoded()
    #expect(try PictureOrder(decoding: bytes) == order)
    #expect(try order.encoded() == bytes)
    #expect(throws: PictureChild.Failure.self) { try PictureChild.draw([1, 2, 3]) }
  }

  @Test func `lists come as files with names, and CSV with the mark that Excel needs`()
    async throws
  {
    try await Site().asking { ask in
      let csv = try await ask("/view/gaps.csv?of=\(Self.swimwear)")
      #expect(Array(csv.body.readableBytesView.prefix(3)) == [0xEF, 0xBB, 0xBF])
      let workbook = try await ask("/view/gaps.xlsx?of=\(Self.swimwear)")
      #expect(Array(workbook.body.readableBytesView.prefix(2)) == [0x50, 0x4B])
      #expect(workbook.headers[.contentDisposition]?.hasPrefix("attachment;") == true)
      let json = try await ask("/view/gaps.json?of=\(Self.swimwear)")
      let listed = try await ask.text("/api/v1/list/gaps?of=\(Self.swimwear)")
      #expect(json.text == listed)
    }
  }

  @Test(arguments: [
    ("/view/nothing.svg", 404), ("/view/gaps.gif", 404), ("/view/.svg", 404),
    ("/view/panorama.svg", 400), ("/view/panorama.svg?of=nobodyatall", 404),
    ("/view/gaps.svg?radius=2", 400), ("/view/gaps.svg?subjekt=x", 400), ("/view/a/b.svg", 404),
  ])
  func `what cannot be drawn is said in words`(target: String, status: Int) async throws {
    try await Site().asking { ask in
      let response = try await ask(target)
      #expect(response.status.code == status && !response.text.isEmpty)
    }
  }

  @Test func `equal pictures that are wanted together are drawn once, and kept`() async throws {
    let folder = try DatasetFolder()
    let site = try Self.site("echo >> \"$1/starts\"; sleep 0.2; exec \"$0\" render-picture", folder)
    try await site.serving { ask in
      try await withThrowingTaskGroup(of: Int.self) { group in
        for number in 0..<8 {
          // Another address, the same content.
          group.addTask {
            try await ask(
              "/view/gaps.svg?of=\(Self.swimwear)&lang=zh&\(number > 3 ? "node=x" : "basis=all")"
            )
            .status.code
          }
        }
        for try await status in group { #expect(status == 200) }
      }
      let starts = try String(contentsOfFile: folder.path + "/starts", encoding: .utf8)
      #expect(starts == "\n")
      _ = try await ask("/view/gaps.svg?of=\(Self.swimwear)")
      #expect(try String(contentsOfFile: folder.path + "/starts", encoding: .utf8) == "\n")
    }
  }

  @Test func `children that are killed under load cost their pictures and nothing else`()
    async throws
  {
    let folder = try DatasetFolder()
    // A process keeps its number when it becomes another program.
    let script = "echo $$ >> \"$1/children\"; sleep 0.05; exec \"$0\" render-picture"
    let site = try Self.site(script, folder)
    let parties = ["市工信局", "市发改委", "市商务局", "市科技局", "市教育局", "兴城市", "绥中县", "市农业农村局"]
    let pictures = parties.flatMap { party in
      ["svg", "png"].map { "/view/duties.\($0)?of=\(party.encoded)" }
    }
    try await site.serving { ask in
      let isOver = Shared(false)
      try await withThrowingTaskGroup(of: [Int].self) { group in
        for target in pictures {
          group.addTask {
            let response = try await ask(target)
            if response.status == .serviceUnavailable {
              #expect(response.headers[.retryAfter] == "2" && !response.text.isEmpty)
            }
            return [response.status.code]
          }
        }
        group.addTask {
          // Others are answered all the while.
          while !isOver.value {
            for target in ["/health", "/api/v1/workload"] {
              let response = try await ask(target)
              #expect(response.status == .ok)
            }
          }
          return []
        }
        group.addTask {
          var killed: Set<Int32> = []
          while !isOver.value {
            let text = try? String(contentsOfFile: folder.path + "/children", encoding: .utf8)
            let children = (text ?? "").split(separator: "\n").compactMap { Int32($0) }
            // Every other one, so that some are left alone.
            for (position, child) in children.enumerated() where position.isMultiple(of: 2) {
              if killed.insert(child).inserted { kill(child, SIGKILL) }
            }
            try await Task.sleep(for: .milliseconds(5))
          }
          #expect(killed.count >= pictures.count / 2)
          return []
        }
        var statuses: [Int] = []
        while statuses.count < pictures.count, let next = try await group.next() {
          statuses += next
        }
        isOver.change { $0 = true }
        try await group.waitForAll()
        #expect(Set(statuses).isSubset(of: [200, 503]))
        #expect(statuses.count { $0 == 503 } >= pictures.count / 4)
        #expect(statuses.contains(200))
      }
      #expect(try await ask.text("/metrics").contains("\(Self.failures){reason=\"died\"}"))
      for target in pictures { try await ask.until(target) { $0.status == .ok } }
    }
  }

  @Test func `a child that hangs is ended, and its place is free again`() async throws {
    let folder = try DatasetFolder()
    let script =
      "[ -e \"$1/well\" ] && exec \"$0\" render-picture; echo $$ > \"$1/child\"; exec sleep 600"
    let site = try Self.site(script, folder) {
      $0.time = .seconds(2)
      $0.processes = 1
    }
    try await site.asking { ask in
      let target = "/view/gaps.svg?of=\(Self.swimwear)"
      let response = try await ask(target)
      #expect(response.status == .serviceUnavailable)
      #expect(try await ask.text("/metrics").contains("\(Self.failures){reason=\"late\"} 1\n"))
      let text = try String(contentsOfFile: folder.path + "/child", encoding: .utf8)
      let child = try #require(Int32(text.split(separator: "\n")[0]))
      #expect(kill(child, 0) == -1, "the child is still there")
      try folder.write("", to: "well")
      try await ask.until(target) { $0.status == .ok }
    }
  }

  @Test func `when too many wait, the next is turned away at once`() async throws {
    let folder = try DatasetFolder()
    let site = try Self.site("sleep 0.4; exec \"$0\" render-picture", folder) {
      $0.processes = 1
      $0.waiting = 1
    }
    try await site.serving { ask in
      try await withThrowingTaskGroup(of: Int.self) { group in
        for party in ["市工信局", "市发改委", "市商务局", "市科技局", "兴城市"] {
          group.addTask { try await ask("/view/duties.svg?of=\(party.encoded)").status.code }
        }
        let statuses = try await group.reduce(into: [Int]()) { $0.append($1) }
        #expect(statuses.count { $0 == 200 } == 2 && statuses.count { $0 == 503 } == 3)
      }
    }
  }

  @Test(arguments: [
    ("exit 0", "undrawable"), ("echo no >&2; exit 4", "undrawable"), ("kill -SEGV $$", "died"),
    ("kill -ABRT $$", "died"), ("head -c 3000 /dev/zero; sleep 0.1; kill -9 $$", "died"),
    ("exec \"$0\" render-picture --memory 20000000", "died"),
    ("exec \"$0\" render-picture < /dev/null", "undrawable"),
    ("cat > /dev/null; yes", "died"),
  ])
  func `a child that fails in any way is a 503 and no more`(
    script: String,
    reason: String
  ) async throws {
    let folder = try DatasetFolder()
    let site = try Self.site(script, folder) { $0.pictureBytes = 1 << 20 }
    try await site.asking { ask in
      let response = try await ask("/view/gaps.svg?of=\(Self.swimwear)")
      #expect(response.status == .serviceUnavailable && response.headers[.retryAfter] == "2")
      let metrics = try await ask.text("/metrics")
      #expect(metrics.contains("\(Self.failures){reason=\"\(reason)\"} 1\n"), "\(site.log)")
      #expect(try await ask("/api/v1/stats").status == .ok)
    }
  }

  @Test func `a program that is not there is a 503 too`() async throws {
    let site = try Site { $0.pictures.executable = "/nowhere/liantu" }
    try await site.asking { ask in
      let response = try await ask("/view/gaps.svg")
      #expect(response.status == .serviceUnavailable)
    }
  }

  @Test func `work waits in line, in order, up to a bound`() async throws {
    let semaphore = AsyncSemaphore(places: 1, mostWaiting: 2)
    let log = Shared<[Int]>([])
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<3 {
        group.addTask {
          try await semaphore.pass {
            log.change { $0.append(number) }
            try await Task.sleep(for: .milliseconds(60))
          }
        }
        while await semaphore.busy + semaphore.waiting <= number { await Task.yield() }
      }
      await #expect(throws: AsyncSemaphore.IsFull.self) { try await semaphore.pass {} }
      try await group.waitForAll()
    }
    #expect(log.value == [0, 1, 2])
    #expect(await semaphore.busy == 0)
    await #expect(throws: CancellationError.self) {
      try await semaphore.pass { throw CancellationError() }
    }
    #expect(await semaphore.busy == 0)
  }
}
