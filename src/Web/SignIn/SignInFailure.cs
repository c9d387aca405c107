using Dashboard.Application.Kernel;

namespace Dashboard.Web.SignIn;

/// <summary>
/// Why nobody was signed in. <paramref name="Sentence"/> is fixed text for the page; <paramref name="Detail"/> is for the log:
/// it names what was wrong and never holds a token, a code or the provider's own words.
/// </summary>
public sealed record SignInFailure(string Sentence, int StatusCode, string Detail) : Failure(Sentence)
{
    public static SignInFailure NotStartedHere(string detail) =>
        new("This sign-in was not started in this browser, was already used, or took too long.", StatusCodes.Status400BadRequest, detail);

    public static SignInFailure Denied(string detail) =>
        new("The sign-in was cancelled or not allowed.", StatusCodes.Status403Forbidden, detail);

    public static new SignInFailure Unavailable(string detail) =>
        new("Sign-in is unavailable at the moment.", StatusCodes.Status503ServiceUnavailable, detail);

    public static SignInFailure NotAccepted(string detail) =>
        new("The sign-in provider's answer could not be accepted.", StatusCodes.Status400BadRequest, detail);

    public static SignInFailure TooMany(string detail) =>
        new("Too many sign-ins were tried from here. Wait a minute.", StatusCodes.Status429TooManyRequests, detail);
}

/// <summary>Carries a <see cref="SignInFailure"/> through the framework's remote handler, whose failures are exceptions.</summary>
internal sealed class SignInRefusedException(SignInFailure failure) : Exception(failure.Detail)
{
    public SignInFailure Failure => failure;
}
