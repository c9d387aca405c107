using Dashboard.Web.Features.Tasks.Editing;
using Xunit;

namespace Dashboard.UnitTests.Tasks.Editing;

public sealed class OwnSavesTests
{
    private const string Field = "hs_task_subject";

    private readonly OwnSaves own = new();

    [Fact]
    public void Whoever_typed_over_a_value_their_own_save_replaced_has_seen_that_save()
    {
        own.Stored(Field, "a", "b");
        own.Stored(Field, "b", "c");

        Assert.Equal("c", own.Seen(Field, "a", saved: "c"));
        Assert.Equal("c", own.Seen(Field, "b", saved: "c"));
    }

    [Fact]
    public void What_somebody_else_put_there_since_is_still_seen_otherwise()
    {
        own.Stored(Field, "a", "b");

        Assert.Equal("b", own.Seen(Field, "a", saved: "theirs"));
        Assert.Equal("older", own.Seen(Field, "older", saved: "theirs"));
        Assert.Equal("a", own.Seen("hs_task_priority", "a", saved: "theirs"));
    }

    [Fact]
    public void A_value_that_is_back_has_been_seen_as_it_is()
    {
        own.Stored(Field, "a", "b");
        Assert.Equal("a", own.Seen(Field, "a", saved: "a"));

        own.Stored(Field, "b", "a");
        Assert.Equal("a", own.Seen(Field, "b", saved: "theirs"));
        Assert.Equal("a", own.Seen(Field, "a", saved: "theirs"));
    }
}
