using Dashboard.Web.Ui;
using Xunit;

namespace Dashboard.UnitTests.Tasks.Pages;

public sealed class InTurnTests
{
    private readonly InTurn turns = new();
    private readonly List<string> done = [];

    [Fact]
    public async Task The_second_begins_when_the_first_is_done()
    {
        var first = new TaskCompletionSource();
        var one = turns.RunAsync(async () =>
        {
            await first.Task;
            done.Add("first");
        });
        var two = turns.RunAsync(() =>
        {
            done.Add("second");
            return Task.CompletedTask;
        });
        Assert.Empty(done);

        first.SetResult();
        await Task.WhenAll(one, two);

        Assert.Equal(["first", "second"], done);
    }

    [Fact]
    public async Task One_that_fails_tells_its_asker_and_stops_none_behind_it()
    {
        var broken = turns.RunAsync(() => Task.FromException(new InvalidOperationException("first")));
        await turns.RunAsync(() =>
        {
            done.Add("second");
            return Task.CompletedTask;
        });

        await Assert.ThrowsAsync<InvalidOperationException>(() => broken);
        Assert.Equal(["second"], done);
    }
}
