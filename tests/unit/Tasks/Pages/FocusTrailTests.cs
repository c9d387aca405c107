using Dashboard.Web.Features.Focus;
using Xunit;

namespace Dashboard.UnitTests.Tasks.Pages;

/// <summary>One sitting of focus mode.</summary>
public sealed class FocusTrailTests
{
    [Fact]
    public void Tasks_come_one_after_another_until_none_is_left()
    {
        var trail = new FocusTrail();
        trail.Take(7, left: 2);
        Assert.Equal((7L, 2, false), (trail.Current!.Value, trail.Total, trail.IsAtEnd));
        trail.Take(8, left: 1);
        trail.Take(null, left: 0);

        Assert.True(trail.IsAtEnd);
        Assert.Equal(2, trail.Total);
        Assert.Null(trail.Current);
    }

    [Fact]
    public void A_task_put_off_and_then_completed_counts_once_as_worked_on()
    {
        var trail = new FocusTrail { Tasks = [1, 2, 3], Completed = [1, 2], PutOff = [1] };

        Assert.Equal(1, trail.Passed);
    }

    [Fact]
    public void A_kept_sitting_is_the_same_again()
    {
        var trail = new FocusTrail { Tasks = [1, -2], At = 1, Completed = [1], Left = 5 };

        Assert.Equivalent(trail, FocusTrail.Read(trail.Text()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"Tasks\":[1],\"At\":2}")]
    [InlineData("{\"Tasks\":[1],\"At\":-1}")]
    [InlineData("{\"Tasks\":\"x\"}")]
    public void What_is_no_sitting_begins_a_new_one(string? kept) => Assert.Null(FocusTrail.Read(kept));
}
