using System.Text.Json;
using Dashboard.Application.Calendar.Feeds;
using Dashboard.UnitTests.Board;
using Xunit;

namespace Dashboard.UnitTests.Calendar.Feeds;

/// <summary>A feed as a parser that others wrote understands it.</summary>
public sealed class FeedParsedTests
{
    private const string Hostile = "Ring; call, \"x\" \\ for 👩‍👩‍👧‍👦 שלום مرحبا 会议 — a title that is long enough to be folded more than once over";

    [Theory]
    [InlineData(FeedKind.Event, "VEVENT")]
    [InlineData(FeedKind.Todo, "VTODO")]
    public async Task Debians_icalendar_reads_what_was_meant(FeedKind kind, string part)
    {
        Assert.SkipWhen(await PythonCalendar.InterpreterAsync() is null, PythonCalendar.Absent);
        await using var acme = await FeedDesk.NewAsync();
        await acme.Desk.AddAsync(1, t => (t.Subject, t.Priority) = (Hostile, "MEDIUM"));
        await acme.Desk.AddAsync(2, t => t.Due = Desk.Now.AddHours(14));
        await acme.Desk.AddAsync(3, t => (t.Status, t.IsClosed, t.CompletedAt) = ("COMPLETED", true, Desk.Now));
        var feed = FeedDesk.Mine with { Name = "Mine; \"all\", 🎉", Kind = kind, AlarmMinutes = 15, WithCompleted = true };

        var calendar = await PythonCalendar.ParseAsync(await acme.ReadAsync(await acme.MakeAsync(feed)));
        Assert.Equal(feed.Name, Lines(calendar).GetProperty("X-WR-CALNAME").GetString());
        var entries = calendar.GetProperty("parts").EnumerateArray().ToArray();
        Assert.Equal([part, part, part], entries.Select(e => e.GetProperty("kind").GetString()));
        Assert.All(entries.Prepend(calendar), e => Assert.Equal(0, e.GetProperty("errors").GetArrayLength()));

        // In the order of their due times: the whole day is Sunday, and last.
        var (start, end) = kind == FeedKind.Todo ? ("DUE", "DUE") : ("DTSTART", "DTEND");
        Assert.Equal([$"task-1.{acme.Desk.Workspace}@tasklane", $"task-3.{acme.Desk.Workspace}@tasklane", $"task-2.{acme.Desk.Workspace}@tasklane"], entries.Select(e => Lines(e).GetProperty("UID").GetString()));
        Assert.Equal(Hostile, Lines(entries[0]).GetProperty("SUMMARY").GetString());
        Assert.Equal("5", Lines(entries[0]).GetProperty("PRIORITY").GetString());
        Assert.Contains("Type: Todo\nPriority: Medium\n", Lines(entries[0]).GetProperty("DESCRIPTION").GetString());
        Assert.Equal("2026-11-21T10:00:00+00:00", Lines(entries[0]).GetProperty(start).GetString());
        Assert.Equal(kind == FeedKind.Todo ? "2026-11-22" : "2026-11-23", Lines(entries[2]).GetProperty(end).GetString());
        Assert.Equal("VALARM", Assert.Single(entries[0].GetProperty("parts").EnumerateArray()).GetProperty("kind").GetString());
        Assert.Empty(entries[1].GetProperty("parts").EnumerateArray());
        if (kind == FeedKind.Todo)
        {
            Assert.Equal(("COMPLETED", "2026-11-21T09:00:00+00:00"), (Lines(entries[1]).GetProperty("STATUS").GetString(), Lines(entries[1]).GetProperty("COMPLETED").GetString()));
        }
    }

    [Fact]
    public async Task The_parser_sees_mistakes()
    {
        Assert.SkipWhen(await PythonCalendar.InterpreterAsync() is null, PythonCalendar.Absent);
        await using var acme = await FeedDesk.NewAsync();
        await acme.Desk.AddAsync(1);
        var text = await acme.ReadAsync(await acme.MakeAsync());
        var wrong = await PythonCalendar.ParseAsync(text.Replace("DTSTART:", "DTSTART:on ", StringComparison.Ordinal));
        Assert.Equal(1, wrong.GetProperty("parts")[0].GetProperty("errors").GetArrayLength());
        await Assert.ThrowsAsync<InvalidOperationException>(() => PythonCalendar.ParseAsync(text.Replace("VERSION:2.0", "no name", StringComparison.Ordinal)));
    }

    private static JsonElement Lines(JsonElement part) => part.GetProperty("lines");
}
