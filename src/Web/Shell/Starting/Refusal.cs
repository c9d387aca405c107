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
        catch (Exception wrong) when (wrong is OptionsValidationException || (wrong is InvalidOperationException && IsOurs(wrong)))
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return WrongSettings;
        }
    }

    /// <summary>Thrown by our own checks of settings; one from deeper down is a bug and keeps its stack.</summary>
    private static bool IsOurs(Exception wrong) =>
        wrong.TargetSite?.DeclaringType?.Assembly.GetName().Name?.StartsWith("Dashboard.", StringComparison.Ordinal) == true;
}
