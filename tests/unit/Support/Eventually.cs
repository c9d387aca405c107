using Xunit;

namespace Dashboard.UnitTests.Support;

/// <summary>Waits for a condition, with a deadline.</summary>
public static class Eventually
{
    public static async Task TrueAsync(Func<Task<bool>> condition, double seconds = 15)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        while (!await condition())
        {
            Assert.False(deadline.IsCancellationRequested, "It did not become true in time.");
            await Task.Delay(10, CancellationToken.None);
        }
    }
}
