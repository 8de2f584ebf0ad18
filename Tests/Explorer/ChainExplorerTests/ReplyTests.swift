import Foundation
import HTTPTypes
import HummingbirdCore
import Testing

@testable import ChainExplorer

@Suite struct ReplyTests {
  @Test func `a reply tells its time as heads do`() async throws {
    // The example of RFC 9110, 5.6.7; then the last second of a leap day.
    #expect(HTTPDate.text(at: 784_111_777) == "Sun, 06 Nov 1994 08:49:37 GMT")
    #expect(HTTPDate.text(at: 1_709_251_199) == "Thu, 29 Feb 2024 23:59:59 GMT")
    #expect(HTTPDate.text(at: 0) == "Thu, 01 Jan 1970 00:00:00 GMT")
    try await Site().asking { ask in
      for target in ["/", "/nowhere"] {
        let date = try await ask(target).headers[.date]
        #expect(date?.hasSuffix(" GMT") == true)
      }
    }
  }

  @Test func `an answer that a reader has already is told in a few bytes`() async throws {
    try await Site().asking { ask in
      let first = try await ask("/api/v1/stats")
      let tag = try #require(first.headers[.eTag])
      #expect(first.headers[.cacheControl] == "private, no-cache")
      for known in [tag, "W/" + tag, "\"x\", \(tag)", "*"] {
        let again = try await ask("/api/v1/stats", .get, [.ifNoneMatch: known])
        #expect(again.status == .notModified && again.body.readableBytes == 0)
        #expect(again.headers[.eTag] == tag)
      }
      let other = try await ask("/api/v1/stats", .get, [.ifNoneMatch: "\"x\""])
      #expect(other.status == .ok && other.text == first.text)
    }
  }

  @Test func `readers who take gzip get it, with a tag of its own`() async throws {
    try await Site().asking { ask in
      let plain = try await ask("/api/v1/workload")
      #expect(plain.headers[.contentEncoding] == nil && plain.headers[.vary] == "Accept-Encoding")
      for accepted in ["gzip", "br, GZIP;q=0.5", "*"] {
        let packed = try await ask("/api/v1/workload", .get, [.acceptEncoding: accepted])
        #expect(packed.headers[.contentEncoding] == "gzip")
        #expect(packed.headers[.eTag] != plain.headers[.eTag])
        #expect(packed.body.readableBytes < plain.body.readableBytes / 2)
        #expect(Array(packed.body.readableBytesView.prefix(2)) == [0x1F, 0x8B])
      }
      for accepted in ["br", "gzip;q=0", "identity", "*;q=0"] {
        let response = try await ask("/api/v1/workload", .get, [.acceptEncoding: accepted])
        #expect(response.headers[.contentEncoding] == nil && response.text == plain.text)
      }
    }
  }

  @Test func `gzip gives back what it was given`() throws {
    var generator = SystemRandomNumberGenerator()
    for count in [860, 4_096, 200_000] {
      let bytes = (0..<count).map { UInt8.random(in: 0..<8, using: &generator) &+ UInt8($0 & 3) }
      let packed = try #require(Gzip.compressed(bytes))
      #expect(packed.count < bytes.count && Gzip.compressed(bytes) == packed)
      let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".gz")
      try Data(packed).write(to: file)
      defer { try? FileManager.default.removeItem(at: file) }
      let process = Process()
      let output = Pipe()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = ["gzip", "-dc", file.path]
      process.standardOutput = output
      try process.run()
      #expect(output.fileHandleForReading.readDataToEndOfFile() == Data(bytes))
      process.waitUntilExit()
    }
    let noise = (0..<2_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    #expect(Gzip.compressed(noise) == nil)
    #expect(Gzip.compressed([1, 2, 3]) == nil)
  }

  @Test func `HEAD tells the same as GET, without the body`() async throws {
    try await Site().asking { ask in
      for target in ["/api/v1/stats", "/health", "/view/gaps.csv", "/nothing"] {
        let (get, head) = (try await ask(target), try await ask(target, .head))
        #expect(head.status == get.status && head.body.readableBytes == 0)
        for name in [HTTPField.Name.contentType, .contentLength, .eTag, .cacheControl] {
          #expect(head.headers[name] == get.headers[name], "\(target) \(name)")
        }
      }
    }
  }

  @Test func `health and faults are never kept`() async throws {
    try await Site().asking { ask in
      for target in ["/health", "/metrics", "/api/v1/show/nobody", "/nothing"] {
        let headers = try await ask(target).headers
        #expect(headers[.cacheControl] == "no-store" && headers[.eTag] == nil)
      }
    }
  }

  @Test func `a cache holds no more than it should, and keeps what is asked for`() {
    let cache = LRUCache<Int, String>(mostBytes: 1_000)
    cache.keep("large", bytes: 200, for: -1)
    #expect(cache[-1] == nil)
    for key in 0..<10 { cache.keep(String(key), bytes: 100, for: key) }
    #expect(cache.byteCount == 1_000 && cache[0] == "0")
    cache.keep("10", bytes: 100, for: 10)
    #expect(cache.byteCount <= 750)
    #expect(cache[0] == "0" && cache[10] == "10" && cache[1] == nil)
    cache.keep("again", bytes: 50, for: 0)
    #expect(cache[0] == "again")
    for key in 100..<5_000 { cache.keep("x", bytes: key % 120, for: key) }
    #expect(cache.byteCount <= 1_000)
  }

  @Test func `replies are made once for each state of the data`() async throws {
    let site = try Site()
    try await site.asking { ask in
      for _ in 0..<5 { _ = try await ask.text("/api/v1/stats") }
      let metrics = try await ask.text("/metrics")
      #expect(metrics.contains("liantu_cache_hits_total{cache=\"replies\"} 4\n"))
      #expect(metrics.contains("liantu_http_requests_total{route=\"api\",status=\"200\"} 5\n"))
    }
  }

  @Test func `metrics are lines that Prometheus reads`() async throws {
    try await Site().asking { ask in
      _ = try await ask("/nothing")
      let response = try await ask("/metrics")
      #expect(response.headers[.contentType]?.hasPrefix("text/plain; version=0.0.4") == true)
      let sample = /[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? [0-9.e-]+/
      let lines = response.text.split(separator: "\n")
      #expect(lines.count > 20)
      for line in lines where !line.hasPrefix("# ") {
        #expect(line.wholeMatch(of: sample) != nil, "\(line)")
      }
      #expect(response.text.contains("liantu_data_state 1\n"))
    }
  }
}
