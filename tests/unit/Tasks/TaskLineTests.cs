using Dashboard.Application.Kernel;
using Dashboard.Application.Records;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Editing;
using Dashboard.Application.Tasks.Line;
using Xunit;

namespace Dashboard.UnitTests.Tasks;

/// <summary>It is Saturday 21 November 2026, 10:00 in Berlin.</summary>
public sealed class TaskLineTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_whole_line_is_understood()
    {
        var line = Read("call Brian tue 3pm !high @ana #Acme");
        Assert.Equal("call Brian", line.Values[TaskProperty.Subject]);
        Assert.Equal("CALL", line.Values[TaskProperty.Type]);
        Assert.Equal("HIGH", line.Values[TaskProperty.Priority]);
        Assert.Equal("11", line.Values[TaskProperty.Owner]);
        Assert.Equal("2026-11-24T14:00:00.000Z", line.Values[TaskProperty.Due]);
        Assert.Equal(["Acme"], line.Records);
        Assert.DoesNotContain(line.Parts, p => p.Kind == LinePartKind.Unclear);
    }

    [Theory]
    [InlineData("x today", "2026-11-21T16:00")]
    [InlineData("x today 9am", "2026-11-21T08:00")]
    [InlineData("x tomorrow at 9:30", "2026-11-22T08:30")]
    [InlineData("x 8am", "2026-11-22T07:00")]
    [InlineData("x at 3 pm", "2026-11-21T14:00")]
    [InlineData("x mon", "2026-11-23T16:00")]
    [InlineData("x on saturday noon", "2026-11-28T11:00")]
    [InlineData("x next week", "2026-11-23T16:00")]
    [InlineData("x next tue", "2026-11-24T16:00")]
    [InlineData("x in 2 weeks", "2026-12-05T16:00")]
    [InlineData("x in 3 days 14:00", "2026-11-24T13:00")]
    [InlineData("x 24 nov", "2026-11-24T16:00")]
    [InlineData("x nov 3rd", "2027-11-03T16:00")]
    [InlineData("x 29 feb", "2028-02-29T16:00")]
    [InlineData("x 2026-12-24 18:15", "2026-12-24T17:15")]
    [InlineData("x 1 jul 9am", "2027-07-01T07:00")]
    public void Days_and_times_are_the_person_s(string text, string due)
    {
        var line = Read(text);
        Assert.Equal("x", line.Values[TaskProperty.Subject]);
        Assert.Equal(due + ":00.000Z", line.Values[TaskProperty.Due]);
    }

    [Theory]
    [InlineData("order 3 chairs")]
    [InlineData("invoice #1234")]
    [InlineData("ask 15 people")]
    [InlineData("! @ #")]
    [InlineData("march past the office")]
    public void What_says_nothing_stays_in_the_title(string text)
    {
        var line = Read(text);
        Assert.Equal(text.StartsWith("march", StringComparison.Ordinal) ? text : text, line.Values[TaskProperty.Subject]);
        Assert.False(line.Values.ContainsKey(TaskProperty.Due));
    }

    [Theory]
    [InlineData("x @nobody")]
    [InlineData("x @dan")]
    [InlineData("x @lena")]
    [InlineData("x !urgent")]
    public void What_is_meant_for_nothing_is_told_and_not_guessed(string text)
    {
        var line = Read(text);
        Assert.Single(line.Parts, p => p.Kind == LinePartKind.Unclear);
        Assert.Single(line.Values);
    }

    [Fact]
    public void Me_and_quoted_names_work()
    {
        var line = Read("mail @me #\"Acme Corp\" to @me");
        Assert.Equal(("12", "mail to"), (line.Values[TaskProperty.Owner], line.Values[TaskProperty.Subject]));
        Assert.Equal(["Acme Corp"], line.Records);
    }

    private static TaskLine Read(string text) => TaskLine.Read(text, Now, Berlin, Choices(), 12);

    private static PortalChoices Choices()
    {
        var workspace = WorkspaceId.New();
        PropertyOption Option(string property, string value, string label) => new() { WorkspaceId = workspace, Property = property, Value = value, Label = label };
        return new PortalChoices(
            [Option(TaskProperty.Priority, "HIGH", "High"), Option(TaskProperty.Priority, "LOW", "Low"), Option(TaskProperty.Type, "CALL", "Call"), Option(TaskProperty.Type, "TODO", "To-do")],
            [
                new Owner { WorkspaceId = workspace, Id = 11, Name = "Ana Silva", Email = "ana@acme.test" },
                new Owner { WorkspaceId = workspace, Id = 12, Name = "Daniel Reyes" },
                new Owner { WorkspaceId = workspace, Id = 13, Name = "Dan Okafor" },
                new Owner { WorkspaceId = workspace, Id = 14, Name = "Dan Marsh" },
                new Owner { WorkspaceId = workspace, Id = 15, Name = "Lena Gone", IsArchived = true },
            ]);
    }
}
