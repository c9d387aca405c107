namespace Dashboard.Web.Ui;

/// <summary>One after the other, in the order they were asked for; one that fails stops none behind it.</summary>
public sealed class InTurn
{
    private Task last = Task.CompletedTask;

    public Task RunAsync(Func<Task> work) => last = AfterAsync(last, work);

    private static async Task AfterAsync(Task before, Func<Task> work)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        await work();
    }
}
