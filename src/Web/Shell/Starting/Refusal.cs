using Microsoft.Extensions.Options;

namespace Dashboard.Web.Shell.Starting;

/// <summary>A setting that keeps the product from starting is said plainly, not as a stack of calls.</summary>
internal static class Refusal
{
    /// <summary>EX_CONFIG of sysexits.h: whoever restarts failed services can tell a wrong setting from a crash.</summary>
    private const int WrongSettings = 78;

    public static async Task<int> ToStartAsync(Func<Task> start)
    {
        try
        {
            await start();
            return 0;
        }
        catch (Exception wrong) when (wrong is OptionsValidationException || (wrong is InvalidOperationException && IsOfSettings(wrong)))
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return WrongSettings;
        }
    }

    /// <summary>
    /// Thrown by our own checks of settings, or by the framework for one it cannot read ("abc" for a number); one from deeper down is a bug
    /// and keeps its stack.
    /// </summary>
    public static bool IsOfSettings(Exception wrong) => wrong.TargetSite?.DeclaringType?.Assembly.GetName().Name is { } thrower
        && (thrower.StartsWith("Dashboard.", StringComparison.Ordinal) || thrower == "Microsoft.Extensions.Configuration.Binder");
}
