import LuaRuntime
import Testing

@Suite struct TableLibraryTests {
  @Test(
    "the table library does what the manual says",
    arguments: [
      ("local t = {1,2,3} table.insert(t, 4) table.insert(t, 1, 0) return table.concat(t, ',')", "0,1,2,3,4"),
      ("local t = {1,2,3} table.insert(t, 4, 9) return table.concat(t, ',')", "1,2,3,9"),
      ("local t = {1,2,3} local x = table.remove(t) return x .. ':' .. table.concat(t, ',')", "3:1,2"),
      ("local t = {1,2,3} local x = table.remove(t, 1) return x .. ':' .. table.concat(t, ',')", "1:2,3"),
      ("local t = {1,2,3} local x = table.remove(t, 4) return tostring(x) .. ':' .. #t", "nil:3"),
      ("return tostring(table.remove({}))", "nil"),
      ("local t = {[0]='z'} return table.remove(t) .. tostring(t[0])", "znil"),
      ("return table.concat({1, 2.5, 'x'}, '-', 2, 3)", "2.5-x"), ("return table.concat({}, 'x')", ""),
      ("return table.concat({1,2}, ',', 3)", ""),
      ("return table.concat({[math.maxinteger] = 'm'}, ',', math.maxinteger, math.maxinteger)", "m"),
      ("return table.concat(table.move({1,2,3}, 2, 3, 1), ',')", "2,3,3"),
      ("return table.concat(table.move({1,2,3}, 1, 3, 2), ',')", "1,1,2,3"),
      ("local t = {1,2,3} return table.concat(table.move(t, 1, 3, 2, t), ',')", "1,1,2,3"),
      ("return table.concat(table.move({1,2,3}, 1, 3, 3, {9,9}), ',')", "9,9,1,2,3"),
      ("return table.concat(table.move({1,2}, 1, 0, 5, {9}), ',')", "9"),
      ("local a, b = table.unpack({1,2,3}, 2) return a .. b", "23"),
      ("return select('#', table.unpack({}, 1, 3))", "3"),
      ("local t = table.pack(nil, 2, nil) return t.n .. tostring(t[2])", "32"),
      ("local t = {3,1,2} table.sort(t) return table.concat(t, ',')", "1,2,3"),
      ("local t = {3,1,2} table.sort(t, function(a, b) return a > b end) return table.concat(t, ',')", "3,2,1"),
      ("local t = {'b','a','B'} table.sort(t) return table.concat(t)", "Bab"),
      ("local t = {'bx','ay','az','bw'} table.sort(t, function(a,b) return a:sub(1,1) < b:sub(1,1) end) return table.concat(t, ' ')",
        "ay az bx bw"),
      ("local t = {} for i = 1, 1000 do t[i] = i * 7919 % 1009 end table.sort(t) for i = 2, #t do if t[i] < t[i-1] then return 'bad' end end return 'sorted'",
        "sorted"),
    ] as [(String, String)])
  func semantics(source: String, expected: String) throws {
    #expect(try Laboratory().run("return tostring((function() \(source) end)())") == .string(expected))
  }

  @Test(
    "misuse of the table library is explained",
    arguments: [
      ("table.insert({1}, 3, 'x')", "bad argument #2 to 'insert' (position out of bounds)"),
      ("table.insert({1})", "wrong number of arguments to 'insert'"),
      ("table.insert({}, 1, 2, 3)", "wrong number of arguments to 'insert'"),
      ("table.remove({1,2}, 4)", "bad argument #2 to 'remove' (position out of bounds)"),
      ("table.concat({1, {}, 3})", "invalid value (at index 2) in table for 'concat'"),
      ("table.concat({1}, '', 1, 2)", "invalid value (at index 2) in table for 'concat'"),
      ("table.sort({3, 'x'})", "attempt to compare string with number"),
      ("table.sort({1, 2}, 5)", "bad argument #2 to 'sort' (function expected, got number)"),
      ("table.move({}, 1, 3, math.maxinteger)", "bad argument #4 to 'move' (destination wrap around)"),
      ("table.unpack({}, 1, 9000)", "too many results to unpack"),
      ("table.unpack({}, math.mininteger, math.maxinteger)", "range has more than 1,048,576 elements"),
      ("table.insert(nil, 1)", "bad argument #1 to 'insert' (table expected, got nil)"),
    ])
  func misuse(source: String, message: String) throws {
    #expect(try Laboratory().message(of: source) == message)
  }
}
