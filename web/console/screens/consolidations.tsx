export default () => <h1 tabIndex={-1}>consolidations</h1>;
