using System.Text;
using Dashboard.Application.Calendar.Feeds;
using Dashboard.Application.Records;
using Dashboard.Application.Tasks;
using Dashboard.UnitTests.Board;
using Xunit;

namespace Dashboard.UnitTests.Calendar.Feeds;

/// <summary>How entries are written: RFC 5545 to the letter. It is Saturday 21 November 2026, 10:00 in Berlin.</summary>
public sealed class FeedTextTests
{
    [Fact]
    public async Task An_event_says_all_of_a_task()
    {
        await using var acme = await FeedDesk.NewAsync();
        await acme.Desk.AddAsync(5, t => (t.Subject, t.Type, t.Priority) = ("Call back", "CALL", "HIGH"));
        await LinkAsync(acme, 5, "Acme; Ltd", "Jane Doe");
        var shown = await acme.ShowAsync(FeedDesk.Mine with { AlarmMinutes = 15 });

        Assert.Equal(("PUBLISH", "2.0", "My tasks", "Europe/Berlin", "PT15M", "PT15M"), (
            shown.Head["METHOD"], shown.Head["VERSION"], shown.Head["X-WR-CALNAME"], shown.Head["X-WR-TIMEZONE"], shown.Head["REFRESH-INTERVAL;VALUE=DURATION"], shown.Head["X-PUBLISHED-TTL"]));
        var address = $"{FeedDesk.Board}?owner=all&task=5";
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["UID"] = $"task-5.{acme.Desk.Workspace}@tasklane",
                ["DTSTAMP"] = "20261112T090000Z",
                ["CREATED"] = "20261112T090000Z",
                ["LAST-MODIFIED"] = "20261112T090000Z",
                ["SEQUENCE"] = "216637200",
                ["SUMMARY"] = "Call back",
                ["DESCRIPTION"] = $@"Type: Call\nPriority: High\nStatus: Not started\nAssigned to: Aiko Tanaka\nWith: Acme\; Ltd · Jane Doe\n{address}",
                ["URL"] = address,
                ["PRIORITY"] = "1",
                ["DTSTART"] = "20261121T140000Z",
                ["DTEND"] = "20261121T143000Z",
                ["TRANSP"] = "TRANSPARENT",
                ["X-MICROSOFT-CDO-BUSYSTATUS"] = "FREE",
                ["VALARM.ACTION"] = "DISPLAY",
                ["VALARM.DESCRIPTION"] = "Call back",
                ["VALARM.TRIGGER"] = "-PT15M",
            },
            shown.Entries.Single());
    }

    [Theory]
    [InlineData("NOT_STARTED", false, "NEEDS-ACTION", "0")]
    [InlineData("IN_PROGRESS", false, "IN-PROCESS", "0")]
    [InlineData("PORTALS_OWN", false, "NEEDS-ACTION", "0")]
    [InlineData("COMPLETED", true, "COMPLETED", "100")]
    public async Task A_to_do_tells_how_far_it_is(string status, bool closed, string told, string percent)
    {
        await using var acme = await FeedDesk.NewAsync();
        await acme.Desk.AddAsync(5, t => (t.Status, t.IsClosed, t.CompletedAt, t.Priority) = (status, closed, closed ? Desk.Now.AddMinutes(-5) : null, "LOW"));
        var entry = (await acme.ShowAsync(FeedDesk.Mine with { Kind = FeedKind.Todo, WithCompleted = true, AlarmMinutes = 0 })).Entries.Single();

        Assert.Equal(("Task 5", "20261121T140000Z", told, percent, "9"), (entry["SUMMARY"], entry["DUE"], entry["STATUS"], entry["PERCENT-COMPLETE"], entry["PRIORITY"]));
        Assert.Equal(closed ? "20261121T085500Z" : null, entry.GetValueOrDefault("COMPLETED"));
        Assert.Equal(closed ? null : "PT0M", entry.GetValueOrDefault("VALARM.TRIGGER;RELATED=END"));
        Assert.DoesNotContain("DTSTART", entry.Keys);
    }

    [Fact]
    public async Task Nothing_rings_for_what_is_past_and_a_whole_day_rings_at_nine()
    {
        await using var acme = await FeedDesk.NewAsync();
        await acme.Desk.AddAsync(1, t => t.Due = Desk.Now.AddDays(-1));
        await acme.Desk.AddAsync(2, t => t.Due = Desk.Now.AddHours(13).AddMinutes(59));
        var shown = await acme.ShowAsync(FeedDesk.Mine with { AlarmMinutes = 60 });

        Assert.Equal([null, "PT9H"], shown.Entries.Select(e => e.GetValueOrDefault("VALARM.TRIGGER")));
        Assert.Equal(("20261121", "20261122"), (shown.Entries[1]["DTSTART;VALUE=DATE"], shown.Entries[1]["DTEND;VALUE=DATE"]));
    }

    [Theory]
    [InlineData("a;b,c\\d\"e:f", "a\\;b\\,c\\\\d\"e:f")]
    [InlineData("two\r\nlines\rand\nmore", "two\\nlines\\nand\\nmore")]
    [InlineData("END:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:x", "END:VEVENT\\nBEGIN:VEVENT\\nSUMMARY:x")]
    [InlineData("bell\a start\u0001 tab\t.", "bell start tab\t.")]
    [InlineData("اتصل بـ שלום 👩‍👩‍👧‍👦", "اتصل بـ שלום 👩‍👩‍👧‍👦")]
    [InlineData(" ", "(no title)")]
    public async Task Words_from_outside_stay_words(string subject, string written)
    {
        await using var acme = await FeedDesk.NewAsync();
        await acme.Desk.AddAsync(1, t => t.Subject = subject);
        Assert.Equal(written, (await acme.ShowAsync()).Summaries.Single());
    }

    [Theory]
    [InlineData("x")]
    [InlineData("é")]
    [InlineData("ש")]
    [InlineData("会")]
    [InlineData("🎉")]
    [InlineData("👩‍👩‍👧‍👦")]
    public async Task Lines_are_folded_at_75_octets_and_never_inside_a_character(string sign)
    {
        await using var acme = await FeedDesk.NewAsync();

        // Every place a fold can fall on, by lengths that differ by one.
        for (var id = 1; id <= 8; id++)
        {
            await acme.Desk.AddAsync(id, t => t.Subject = new string('a', id) + string.Concat(Enumerable.Repeat(sign, 200 / sign.Length)));
        }

        var text = await acme.ReadAsync(await acme.MakeAsync(FeedDesk.Mine with { Name = string.Concat(Enumerable.Repeat(sign, 80 / sign.Length)) }));
        var bytes = Encoding.UTF8.GetBytes(text);
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.Equal(text.Split("\r\n").Length - 1, bytes.Count(b => b == '\n'));
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.All(text.Split("\r\n"), line => Assert.DoesNotContain('\ufffd', line));
        Assert.Contains(text.Split("\r\n"), line => line.StartsWith(' '));
        Assert.Equal(Enumerable.Range(1, 8).Select(n => new string('a', n) + string.Concat(Enumerable.Repeat(sign, 200 / sign.Length))), IcsFile.Read(text).Summaries);
    }

    [Fact]
    public async Task A_calendar_without_tasks_still_has_a_part()
    {
        await using var acme = await FeedDesk.NewAsync();
        var text = await acme.ReadAsync(await acme.MakeAsync());
        Assert.Contains("BEGIN:VTIMEZONE\r\nTZID:UTC\r\n", text);
        Assert.DoesNotContain("VEVENT", text);
    }

    private static async Task LinkAsync(FeedDesk acme, long task, params string[] names)
    {
        await using var db = acme.Desk.Open();
        for (var id = 0; id < names.Length; id++)
        {
            db.Records.Add(new CrmRecord { WorkspaceId = acme.Desk.Workspace, ObjectType = "0-1", Id = id, Name = names[id] });
            db.TaskLinks.Add(new TaskLink { WorkspaceId = acme.Desk.Workspace, TaskId = task, ObjectType = "0-1", RecordId = id });
        }

        await db.SaveChangesAsync();
    }
}
